/** Files beside a shared text: which kinds, how large, how many; the kind is told from the bytes, whatever the name says. */
import type { Refusal } from '../kit/refusal.ts';
import { attachmentRefusals } from './attachment.refusals.ts';

export const ATTACHMENT_BYTES = 10 * 1024 * 1024;
/** Of one talk, together. */
export const ATTACHMENTS_BYTES = 20 * 1024 * 1024;
export const ATTACHMENTS = 5;

const TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type AttachmentKind = keyof typeof TYPES;
export const ATTACHMENT_KINDS = Object.keys(TYPES) as AttachmentKind[];
export const mediaTypeOf = (kind: AttachmentKind): string => TYPES[kind];

const begins = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);

/** Undefined for whatever is none of the kinds. */
export function sniffAttachment(bytes: Uint8Array): AttachmentKind | undefined {
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (begins(bytes, 0xff, 0xd8, 0xff)) return 'jpg';
  if (!begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return undefined;
  const entries = entriesOf(bytes);
  // A document that carries a program is not one of the plain kinds.
  if (!entries.includes('[Content_Types].xml') || entries.some((name) => /vbaProject\.bin$/i.test(name)))
    return undefined;
  if (entries.includes('word/document.xml')) return 'docx';
  return entries.includes('xl/workbook.xml') ? 'xlsx' : undefined;
}

const LONGEST_COMMENT = 65_535;

/** Names in the directory at the end of an archive; nothing is unpacked. */
function entriesOf(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = Math.max(0, bytes.length - 22 - LONGEST_COMMENT);
  for (let end = bytes.length - 22; end >= first; end -= 1) {
    if (view.getUint32(end, true) !== 0x06054b50) continue;
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    const names: string[] = [];
    for (let one = 0; one < count; one += 1) {
      if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return [];
      const length = view.getUint16(at + 28, true);
      names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)));
      at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return names;
  }
  return [];
}

/** The last part of a path, without marks that a file name cannot hold, ending as its kind does. */
export function attachmentName(given: string, kind: AttachmentKind): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[<>:"|?*\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .replace(/^\.+/, '');
  const stem = [...plain.replace(/\.[A-Za-z0-9]{1,8}$/, '')].slice(0, 80).join('') || 'file';
  return `${stem}.${kind}`;
}

export function refuseAttachment(
  file: { readonly bytes: number; readonly kind: AttachmentKind | undefined },
  beside: readonly { readonly bytes: number }[],
): Refusal | undefined {
  if (file.bytes === 0) return attachmentRefusals.empty();
  if (file.bytes > ATTACHMENT_BYTES) return attachmentRefusals.tooLarge({ limit: '10 MB' });
  if (file.kind === undefined) return attachmentRefusals.wrongKind();
  if (beside.length >= ATTACHMENTS) return attachmentRefusals.tooMany({ limit: ATTACHMENTS });
  const sum = beside.reduce((total, one) => total + one.bytes, file.bytes);
  return sum > ATTACHMENTS_BYTES ? attachmentRefusals.overQuota({ limit: '20 MB' }) : undefined;
}
