import S3rver from '@20minutes/s3rver';

// Started by bucketServer.ts as a process of its own: prints its port, and ends when its parent does.
const [directory = '', name = ''] = process.argv.slice(2);
const server = new S3rver({
  address: '127.0.0.1',
  port: 0,
  directory,
  silent: true,
  configureBuckets: [{ name, configs: [] }],
});
const { port } = await server.run();
process.stdout.write(`${port}\n`);
process.stdin.resume().on('end', () => process.exit(0));
