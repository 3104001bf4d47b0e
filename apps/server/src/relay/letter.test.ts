import { expect, test } from 'vitest';
import { letterOf } from './letter.ts';

test('a letter says one sentence and the way to it, as text and as HTML', async () => {
  const { subject, text, html } = await letterOf({
    name: 'Rosa',
    says: 'Your result is there.',
    link: 'https://assay.example.org/candidate/result',
  });
  expect(subject).toBe('Your result is there.');
  expect(text).toBe('Dear Rosa,\n\nYour result is there.\n\nhttps://assay.example.org/candidate/result\n');
  expect(html).toContain('<p>Your result is there.</p>');
  expect(html).toContain('<a href="https://assay.example.org/candidate/result">');
});

test('a name or a title with a mark of HTML in it stays text', async () => {
  const { html } = await letterOf({
    name: '<script>alert(1)</script>',
    says: 'You were enrolled in "A" & <b>B</b>.',
    link: 'https://assay.example.org/"><img>',
  });
  expect(html).not.toMatch(/<script|<b>|<img/);
  expect(html).toContain('You were enrolled in &quot;A&quot; &amp; &lt;b&gt;B&lt;/b&gt;.');
});
