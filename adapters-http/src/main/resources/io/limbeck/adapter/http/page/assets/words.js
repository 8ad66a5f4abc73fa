// Numbers and times as a person reads them.

/** 1,204 rows; 1 row */
export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** 96 KiB */
export function size(bytes) {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];
  let unit = 0;
  let number = bytes;
  while (number >= 1024 && unit < units.length - 1) {
    number /= 1024;
    unit++;
  }
  const digits = unit && number < 10 ? 1 : 0;
  return `${number.toLocaleString('en', { maximumFractionDigits: digits })} ${units[unit]}`;
}

/** 850 ms, 3.2 s, 4 min 10 s */
export function duration(ms) {
  if (ms < 1000) {
    return `${Math.round(ms)} ms`;
  }
  if (ms < 60_000) {
    return `${(ms / 1000).toFixed(1)} s`;
  }
  const seconds = Math.round(ms / 1000);
  return seconds < 3600
    ? `${Math.floor(seconds / 60)} min ${seconds % 60} s`
    : `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

/** A moment in the reader's zone, to the minute: 2026-11-25 09:30. */
export function moment(iso) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) {
    return iso;
  }
  const two = (number) => String(number).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Where a database stands, or what a step comes from: a, b; base for none. */
export const heads = (ids) => (ids.length ? ids.join(', ') : 'base');

/** a, b and c */
export function list(words) {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** What would be lost of one table: api_keys (3 rows), users.note (1 value). */
export function loss({ table, column, rows }) {
  return column
    ? `${table}.${column} (${count(rows, 'value')})`
    : `${table} (${count(rows, 'row')})`;
}
