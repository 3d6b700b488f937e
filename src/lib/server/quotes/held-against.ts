/** Reading what a need asks for and what a quote offers, wherever the two are held against each other. */
import type {
	CertificateKind,
	DanishLevel,
	DeliveryForm,
	Place,
	Support
} from '$lib/domain/catalogue/module';
import type { AskedCertificate, NeedPlace } from '$lib/domain/needs/need';

/** Of `need`. */
export const ASKED =
	`participants, place, hoursWanted:hours_wanted, sessionHoursMax:session_hours_max, weeklyHoursMax:weekly_hours_max,
	startsOn:starts_on, endsBy:ends_by, priceCeilingOre:price_ceiling_ore, deliveryForm:delivery_form,
	certificateKind:certificate_kind, support, danishLevel:danish_level,
	workTimes:need_work_time(weekday, starts, ends), freeTimes:need_free_time(weekday, starts, ends)` as const;
/** Of `quote`. */
export const OFFERED =
	`id, reference, title, hours, weeks, participants, place, note, sessionHours:session_hours, weeklyHours:weekly_hours,
	deliveryForm:delivery_form, startsOn:starts_on, moduleId:module_id, totalOre:total_ore,
	sessions:quote_session(weekday, starts, ends)` as const;
/** Of the `module` that a quote is made from. */
export const MADE_FROM =
	`hours, certificateKind:certificate_kind, danishLevel:required_danish_level,
	prerequisite` as const;
/** Of `quote_request`. */
export const ASKED_ABOUT = `moduleId:module_id, module!quote_request_module_fkey(title)` as const;

/*
 * Codes are text with a constraint in the database, which keeps what is promised of them here.
 */

interface AskedRow {
	place: string | null;
	deliveryForm: string | null;
	certificateKind: string | null;
	support: string[];
	danishLevel: string | null;
}
export const askedOf = <R extends AskedRow>(row: R) => ({
	...row,
	place: row.place as NeedPlace | null,
	deliveryForm: row.deliveryForm as DeliveryForm | null,
	certificateKind: row.certificateKind as AskedCertificate | null,
	support: row.support as Support[],
	danishLevel: row.danishLevel as DanishLevel | null
});

interface OfferedRow {
	place: string;
	deliveryForm: string;
}
export const offeredOf = <R extends OfferedRow>(row: R) => ({
	...row,
	place: row.place as Place,
	deliveryForm: row.deliveryForm as DeliveryForm
});

interface ModuleRow {
	certificateKind: string;
	danishLevel: string;
}
/** None when the school answered freely, or shows the module no longer. */
export const madeFrom = <R extends ModuleRow>(row: R | null) =>
	row && {
		...row,
		certificateKind: row.certificateKind as CertificateKind,
		danishLevel: row.danishLevel as DanishLevel
	};

/** The module that was asked about, and whether a quote is made from it; null when none was, or it is not shown any longer. */
export const askedModule = (
	request: { moduleId: string | null; module: { title: string } | null },
	quote: { moduleId: string | null }
) =>
	request.module && {
		title: request.module.title,
		isThis: request.moduleId === quote.moduleId
	};
