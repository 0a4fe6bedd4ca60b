/** Numbers as a report writes them: the same in every locale, and without Intl, which costs a start 10 ms. */

const CURRENCY = /^[A-Z]{3}$/;

/** A number with commas between the thousands: 65536 gives "65,536". Fractions keep at most two digits. */
export function grouped(value: number): string {
  return withCommas(Number.isInteger(value) ? String(value) : String(Number(value.toFixed(2))));
}

/** A number of some unit, without the unit: cents always show for a currency code (ISO 4217), and money is never rounded to nothing. */
export function figureOf(value: number, unit?: string): string {
  if (unit === undefined || !CURRENCY.test(unit)) return grouped(value);
  if (value > 0 && value < 0.01) return 'under 0.01';
  if (value < 0 && value > -0.01) return '-0.01';
  return withCommas(value.toFixed(2));
}

/** A number with its unit: "12.40 USD", "1,000 credits"; just the number where there is no unit. */
export function amount(value: number, unit?: string): string {
  return unit ? `${figureOf(value, unit)} ${unit}` : figureOf(value);
}

/**
 * The next round number that is not above `value`, to be typed into a program: 3210 gives 3000, 12345 gives 12000.
 * It gives away less than half. Whole numbers from 0.
 */
export function roundDown(value: number): number {
  const whole = Math.floor(value);
  if (whole < 10) return whole;
  const magnitude = 10 ** (String(whole).length - 1);
  const step = whole < 2 * magnitude ? magnitude / 10 : magnitude;
  return Math.floor(whole / step) * step;
}

function withCommas(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const commas = whole.replace(/\d(?=(?:\d{3})+$)/g, '$&,');
  return fraction === undefined ? commas : `${commas}.${fraction}`;
}
