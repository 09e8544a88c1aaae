import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attachmentName, ATTACHMENT_BYTES, ATTACHMENT_KINDS, refuseAttachment, sniffAttachment } from './attachment.ts';

const text = (words: string) => new TextEncoder().encode(words);

describe('the kind of a file', () => {
  test.each([
    ['pdf', text('%PDF-1.7\n')],
    ['png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
    ['jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    [undefined, text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    [undefined, text('<!doctype html><script>')],
    [undefined, text('MZ')],
    [undefined, text('PK\u0003\u0004 and nothing of an archive')],
    [undefined, new Uint8Array(0)],
  ] as const)('%s', (kind, bytes) => expect(sniffAttachment(bytes)).toBe(kind));

  test('no bytes make it fall', () => {
    const zipLike = fc
      .uint8Array({ maxLength: 300 })
      .map((rest) => new Uint8Array([0x50, 0x4b, 3, 4, ...rest, 0x50, 0x4b, 5, 6, ...rest.slice(0, 18)]));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), zipLike), (bytes) => {
        const kind = sniffAttachment(bytes);
        return kind === undefined || ATTACHMENT_KINDS.includes(kind);
      }),
    );
  });
});

describe('the name of a file', () => {
  test.each([
    ['排班.PDF', '排班.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\fakepath\\说明.docx', '说明.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['a\u202egnp.exe', 'agnp.pdf'],
    ['   ', 'file.pdf'],
  ])('%s becomes %s', (given, name) => expect(attachmentName(given, 'pdf')).toBe(name));
});

describe('what is refused', () => {
  const MB = 1024 * 1024;
  const beside = (count: number, bytes: number) => Array.from({ length: count }, () => ({ bytes }));
  test.each([
    [undefined, { bytes: 1, kind: 'pdf' }, []],
    ['attachment.empty', { bytes: 0, kind: undefined }, []],
    ['attachment.tooLarge', { bytes: ATTACHMENT_BYTES + 1, kind: 'pdf' }, []],
    ['attachment.wrongKind', { bytes: 1, kind: undefined }, []],
    ['attachment.tooMany', { bytes: 1, kind: 'pdf' }, beside(5, 1)],
    ['attachment.overQuota', { bytes: 5 * MB, kind: 'pdf' }, beside(2, 8 * MB)],
    [undefined, { bytes: 4 * MB, kind: 'pdf' }, beside(2, 8 * MB)],
  ] as const)('%s', (code, file, others) => expect(refuseAttachment(file, others)?.code).toBe(code));
});
