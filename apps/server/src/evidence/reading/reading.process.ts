import { serveJobs } from '../../platform/processes/serveJobs.ts';
import { readers } from '../../platform/text/pieces.ts';
import { wordsIn } from '../../platform/text/words.ts';
import { documentOf, keptCharacters } from './document.ts';
import { readingJob } from './job.ts';

// Reads one document after the other, each sent as a `readingJob` and answered with what `documentOf` says.
serveJobs(read);

async function read(sent: unknown) {
  const { path, type } = readingJob.parse(sent);
  let kept = '';
  let words = 0;
  // The word that the end of a piece may have cut.
  let open = '';
  for await (const piece of readers[type](path)) {
    if (kept.length <= keptCharacters) kept += piece;
    const text = open + piece;
    const cut = lastWordOf(text);
    words += wordsIn(text.slice(0, cut));
    // A run that is longer is one word, however long.
    open = text.slice(cut).slice(-1000);
  }
  return documentOf(kept, words + wordsIn(open));
}

/** Where the last run of anything but white space begins. */
function lastWordOf(text: string): number {
  let at = text.length;
  while (at > 0 && !/\s/.test(text.charAt(at - 1))) at -= 1;
  return at;
}
