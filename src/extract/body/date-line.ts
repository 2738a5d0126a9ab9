/** Whether a line is a date with a label, a time or a place at most. */

const DATE_PART =
  /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{4}\s?[年년]|\d{1,2}(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?\p{L}{3,12}\.?,?\s+(?:de\s+)?\d{4}|\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}/u;

/** A line that is a date with a label, a time or a place at most. */
export function isDateLine(text: string): boolean {
  if (text.length >= 200) return false;
  const lines = text.split('\n');
  return (
    (lines.some(isOneDate) && lines.every((line) => isOneDate(line) || YEAR.test(line))) ||
    (lines.length === 1 && isHeadLine(text))
  );
}

/** A year with its label; beside a date only. */
const YEAR = /^\p{L}{3,20}:?\s(?:19|20)\d{2}$/u;

/** “28.04.2021 - 07:18 | dpa | 4 min.”: short parts, among them a date with nothing to it but a time. */
function isHeadLine(text: string): boolean {
  const parts = text.split(/\s*[|•]\s*/).filter((part) => part !== '');
  return (
    parts.length > 1 &&
    parts.every((part) => part.length <= 48) &&
    parts.some((part) => isOneDate(part) && (part.match(/\p{L}/gu)?.length ?? 0) <= 16)
  );
}

const CLOCK = /\d{1,2}[:.h]\d{2}(?::\d{2})?/g;

/** Newsrooms’ words for published and updated that stand before a time alone. */
const STAMP =
  /^(?:published|updated|posted|uppdaterad|publicerad|publisert|oppdatert|sist oppdatert|opdateret|publiceret|offentliggjort|päivitetty|julkaistu|aktualisiert|veröffentlicht|mis à jour|publié|actualizado|publicado|aggiornato|pubblicato|atualizado|bijgewerkt|gepubliceerd|обновлено|опубликовано)\b/iu;

function isOneDate(line: string): boolean {
  if (line.length > 110 || !/\d/.test(line)) return false;
  const match = DATE_PART.exec(line);
  if (match !== null) {
    const rest = line.replace(match[0], ' ').replace(CLOCK, ' ').replace(DATE_PART, ' ');
    const letters = rest.match(/\p{L}/gu)?.length ?? 0;
    return letters <= 32;
  }
  if (STAMP.test(line) && line.length < 60) return true;
  if (/^\p{Lu}\p{L}{2,11}\.? \d{1,2}(?:, \d{4})?$|^\d{1,2}[:.]\d{2}(?: \d{4})?$/u.test(line)) return true;
  return /^(?:\p{L}{2,12}\s+){0,2}\d{1,3}\s+(?:second|minute|hour|day|week|month|year|stunde|minute|tag|heure|jour|hora|día|dia|ora|giorno|uur|dag|godzin|dni|час|день|дня|мин)\p{L}{0,3}\s*(?:ago)?$/iu.test(
    line,
  );
}
