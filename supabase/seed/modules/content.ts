import type {
	CertificateKind,
	DanishLevel,
	DeliveryForm,
	ModuleElement,
	ModuleFunding,
	Place,
	Support,
	TeachingLanguage
} from '../../../src/lib/domain/catalogue/module.ts';
import type { LineKind, PriceModel } from '../../../src/lib/domain/catalogue/price.ts';

/** What a school of the demonstration says of a module. Money is in kroner. */
export interface DemoContent {
	key: string;
	state?: 'draft' | 'paused';
	code: string;
	title: string;
	purpose: string;
	goals: string[];
	audience?: string;
	subject: string;
	forms: DeliveryForm[];
	places: Place[];
	/** Whole length, least length, usual session, shortest session; alone, none of it can be divided. */
	hours: [whole: number, least: number, session: number, shortest: number];
	/** Why it cannot be divided. */
	whole?: string;
	/** In the order in which they are numbered; `needs` is such a number. */
	elements?: Element[];
	sessions?: { longest?: number; week?: [fewest: number, usual: number, most: number] };
	participants: number;
	/** The fewest that it is given to. */
	atLeast?: number;
	danish?: DanishLevel;
	danishModule?: `DU${1 | 2 | 3}.${1 | 2 | 3 | 4 | 5 | 6}`;
	prerequisite?: string;
	certificate: CertificateKind;
	leadDays: number;
	/** Days from today, and seats; without them it starts when agreed. */
	starts?: [inDays: number, seats: number][];
	languages: TeachingLanguage[];
	support?: Support[];
	paidBy: [legalBasis: string, coverage: ModuleFunding['coverage']][];
	/** The school's own note of what it costs to give. */
	cost?: { kroner: number; perParticipant?: number; note?: string };
	/** The first is the teaching. */
	prices: Price[];
	/** The price of the teaching from a size of group on. */
	steps?: [fromParticipants: number, kroner: number][];
	/** Per cent for evenings and weekends. */
	supplement?: number;
	/** What it said otherwise when it was first saved, by the names of its columns. */
	atFirst?: Record<string, unknown>;
}

export interface DemoModule extends DemoContent {
	provider: string;
}

type Element = Pick<ModuleElement, 'title' | 'hours'> &
	Partial<Pick<ModuleElement, 'goal' | 'isMandatory' | 'needs'>>;
type Price = [kind: LineKind, model: PriceModel, kroner: number, weeklyHours?: number];
