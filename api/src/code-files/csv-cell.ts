/** Where a cell may begin, also for a spreadsheet that splits at semicolons or tabs, and what makes it a formula there. */
const FORMULA = /(^|[,;|\t\r\n])(\s*)(?=[=+\-@＝＋－＠])/g;

/** A cell as RFC 4180 writes it, and nothing changed in it: for machines. */
export function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell for people, who open the file in a spreadsheet: what would run as a formula gets an apostrophe before it. */
export function cellForPeople(text: string): string {
  return cell(text.replace(FORMULA, "$1$2'"));
}
