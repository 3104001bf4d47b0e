import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Shelf } from './shelf.ts';

/** An S3-compatible bucket, as the settings name it. */
export type Bucket = {
  readonly bucket: string;
  readonly region: string;
  /** Address of a server that is not Amazon's, or null. */
  readonly endpoint: string | null;
  /** Null leaves it to the machine's own role. */
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  } | null;
};

/** A bucket that cannot be used. The message says which and why. */
export class BucketError extends Error {
  override name = 'BucketError';
}

/**
 * Files in a bucket.
 *
 * @throws BucketError when it cannot be reached.
 */
export async function bucketShelf(settings: Bucket): Promise<Shelf> {
  // Loaded here and nowhere else: who keeps files in a folder does not pay for it.
  const s3 = await import('@aws-sdk/client-s3');
  const { bucket: Bucket, endpoint, region, credentials } = settings;
  const client = new s3.S3Client({
    region,
    // Servers that are not Amazon's rarely know the newer checksums, and some store them as part of the file.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    ...(credentials === null ? {} : { credentials }),
  });
  try {
    // Asks for what is not there: unlike a bare look at the bucket, the answer says in words what is wrong.
    await client.send(new s3.GetObjectCommand({ Bucket, Key: 'nothing' }));
  } catch (error) {
    if (!(error instanceof s3.NoSuchKey)) throw unusable(settings, error);
  }

  return {
    async put(Key, { path, bytes }) {
      const Body = createReadStream(path);
      await client.send(new s3.PutObjectCommand({ Bucket, Key, Body, ContentLength: bytes }));
      await rm(path, { force: true });
    },
    async bytes(Key) {
      try {
        return (await client.send(new s3.HeadObjectCommand({ Bucket, Key }))).ContentLength ?? null;
      } catch (error) {
        if (error instanceof s3.S3ServiceException && error.$metadata.httpStatusCode === 404) return null;
        throw error;
      }
    },
    async read(Key, part) {
      const Range = part === undefined ? undefined : `bytes=${part.start}-${part.end}`;
      const { Body } = await client.send(new s3.GetObjectCommand({ Bucket, Key, ...(Range ? { Range } : {}) }));
      if (Body === undefined) throw new Error(`The bucket answered ${Key} without a body`);
      return Body.transformToWebStream();
    },
    async remove(Key) {
      await client.send(new s3.DeleteObjectCommand({ Bucket, Key }));
    },
    pathOf: () => null,
  };
}

function unusable({ bucket, endpoint }: Bucket, cause: unknown): BucketError {
  const why = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  const where = endpoint === null ? '' : ` at ${endpoint}`;
  return new BucketError(
    `ASSAY_FILES names the bucket "${bucket}"${where}, which cannot be used (${why}). Check its name, the region, the endpoint and the AWS credentials.`,
    { cause },
  );
}
