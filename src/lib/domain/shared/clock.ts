/** Minutes since midnight: `'09:30'` and `'09:30:00'` → 570 */
export const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
