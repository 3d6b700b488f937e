/** Somebody who can sign in to the demonstration. People are roles; nobody is named. */
export interface DemoAccount {
	/** How tests and the sign-in page's buttons call the account. */
	key: string;
	email: string;
	role: 'broker' | 'coordinator' | 'approver' | 'leader';
	/** Name of the organisation that the account acts for. */
	organisation: string;
	displayName: string;
}

/** The same for every account, and no secret: the demonstration holds made-up data only. */
export const demoPassword = 'loeft-i-demo-2026';

const displayNames = {
	broker: 'Jobformidler',
	coordinator: 'Uddannelseskoordinator',
	approver: 'Afdelingsleder',
	leader: 'Skoleleder'
};

function account(key: string, role: DemoAccount['role'], organisation: string): DemoAccount {
	return {
		key,
		email: `${key}@demo.loftet.example`,
		role,
		organisation,
		displayName: displayNames[role]
	};
}

export const demoAccounts: DemoAccount[] = [
	account('broker', 'broker', 'Jobcenter Roskilde'),
	account('coordinator', 'coordinator', 'Jobcenter Roskilde'),
	account('approver', 'approver', 'Jobcenter Roskilde'),
	account('broker-2', 'broker', 'Jobcenter Køge'),
	account('coordinator-2', 'coordinator', 'Jobcenter Køge'),
	account('leader-clavis', 'leader', 'CLAVIS'),
	account('leader-zbc', 'leader', 'ZBC'),
	account('leader-rts', 'leader', 'Roskilde Tekniske Skole'),
	account('leader-vuc', 'leader', 'HF & VUC Roskilde-Køge'),
	account('leader-zealand', 'leader', 'Zealand'),
	account('leader-absalon', 'leader', 'Professionshøjskolen Absalon')
];
