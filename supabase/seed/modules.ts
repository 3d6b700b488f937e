import { absalon } from './modules/absalon.ts';
import { clavis } from './modules/clavis.ts';
import type { DemoContent, DemoModule } from './modules/content.ts';
import { rts } from './modules/rts.ts';
import { vuc } from './modules/vuc.ts';
import { zbc } from './modules/zbc.ts';
import { zealand } from './modules/zealand.ts';
import { ABSALON, CLAVIS, RTS, VUC, ZBC, ZEALAND } from './organisations.ts';

const of = (provider: string, contents: DemoContent[]) =>
	contents.map((content): DemoModule => ({ ...content, provider }));

/** Short and comparable. The prices are examples, but for the two that the evaluation names: 2 800 kr. a week and 600 kr. an hour. */
export const modules: DemoModule[] = [
	...of(CLAVIS, clavis),
	...of(ZBC, zbc),
	...of(RTS, rts),
	...of(VUC, vuc),
	...of(ZEALAND, zealand),
	...of(ABSALON, absalon)
];
