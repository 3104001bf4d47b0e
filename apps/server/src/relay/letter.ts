import { html } from 'hono/html';

/** A notice as a letter: the same sentence and the way to it, as plain text and as HTML. */
export async function letterOf({
  name,
  says,
  link,
}: {
  readonly name: string;
  readonly says: string;
  readonly link: string;
}): Promise<{ subject: string; text: string; html: string }> {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${says}</title>
      </head>
      <body>
        <p>Dear ${name},</p>
        <p>${says}</p>
        <p><a href="${link}">${link}</a></p>
      </body>
    </html>`;
  return { subject: says, text: `Dear ${name},\n\n${says}\n\n${link}\n`, html: String(await page) };
}
