import type { Component } from '@assay/standards';
import { Button, FileButton } from '@mantine/core';
import { useRef, useState } from 'react';
import type { DragEvent } from 'react';

import type { Content } from '../../shared/server.ts';
import css from './evidence.module.css';
import { upload } from './upload.ts';
import { UploadedFile } from './UploadedFile.tsx';

export type Upload = {
  readonly id: string;
  readonly file: File;
  readonly progress: number;
  readonly content: Content | null;
  readonly refused: string | null;
};

type Props = { readonly submission: string; readonly components: readonly Component[] };

/** Files by drag and drop or by the picker, several at once; each is described once it has arrived. */
export function Uploads({ submission, components }: Props) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [over, setOver] = useState(false);
  const stops = useRef(new Map<string, () => void>());
  const reset = useRef<() => void>(null);

  const change = (id: string, what: Partial<Upload>) =>
    setUploads((before) => before.map((one) => (one.id === id ? { ...one, ...what } : one)));

  const begin = (id: string, file: File) => {
    const stop = upload(file, {
      onProgress: (progress) => change(id, { progress }),
      onDone: (content) => change(id, { content, progress: 1 }),
      onRefused: (refused) => change(id, { refused }),
    });
    stops.current.set(id, stop);
  };

  const add = (files: readonly File[]) => {
    const fresh = files.map((file) => ({ id: crypto.randomUUID(), file, progress: 0, content: null, refused: null }));
    setUploads((before) => [...before, ...fresh]);
    for (const { id, file } of fresh) begin(id, file);
    reset.current?.();
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };

  const away = (id: string) => {
    stops.current.get(id)?.();
    stops.current.delete(id);
    setUploads((before) => before.filter((one) => one.id !== id));
  };

  return (
    <section aria-labelledby="upload-title">
      <h2 id="upload-title" className={css['componentTitle']}>
        Add files
      </h2>
      <div
        className={css['drop']}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p style={{ margin: '0 0 0.5rem' }}>Drop files here, or choose them. Then say what each one is.</p>
        <FileButton multiple onChange={add} resetRef={reset} inputProps={{ 'aria-label': 'Choose files' }}>
          {(props) => (
            <Button variant="default" {...props}>
              Choose files
            </Button>
          )}
        </FileButton>
      </div>
      {uploads.length > 0 && (
        <ul className={css['uploads']}>
          {uploads.map((one) => (
            <UploadedFile
              key={one.id}
              upload={one}
              submission={submission}
              components={components}
              onAway={() => away(one.id)}
              onAgain={() => {
                change(one.id, { refused: null, progress: 0 });
                begin(one.id, one.file);
              }}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
