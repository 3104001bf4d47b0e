declare module '@20minutes/s3rver' {
  /** An S3-speaking server on a folder, for tests. Only what we use of it. */
  export default class S3rver {
    constructor(options: {
      address: string;
      port: number;
      directory: string;
      silent: boolean;
      configureBuckets: { name: string; configs: string[] }[];
    });
    run(): Promise<{ port: number }>;
  }
}
