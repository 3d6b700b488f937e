-- The words that search begins with. They are data: rows are added as people look for more.

-- Base words, of trades, places, tools and everyday work; some are words of the ESCO classification.
insert into public.search_vocabulary (word, base)
select word, word from regexp_split_to_table(trim(e'\n\t' from '
	adgang administration administrativ affald aften alarm alkohol allergen allergi amu anhænger anlæg anlægs
	ansøgning apotek apparat arabisk arbejdsmiljø arbejdsplads asbest asfalt assistent automatik automation avu bad
	badeværelse bager bageri bane bank barista basis begynder besked betale betaling beton bevis bevægelse bil
	billede blande blanding blod bogholder bogholderi bolig bord borger borgerservice brand brandslukning bringe
	brolægger brug brød brøk bud buddy budget buffet bus butik by bøde cafe certifikat chauffør cnc computer
	container cv cykel dansk data database demens design desinfektion detail digital digitalisering disk diæt
	dokumentation dokumentere drik drikkevare drone dug dyr døende dørmand edb egenkontrol ejendom ejer eksamen
	ekspedient el elektriker elektrisk elektronik elev elevator emballage energi engelsk erfaring ergonomi
	ergonomisk ernæring etik excel fabrik fag faglig faktura familie farlig farligt farsi ferie film fisk fiskeri
	fitness fly flygtning flyplads fod forsyning forælder foto fransk fremmøde frisør frokost frost frugt fvu
	fødevare fører førstehjælp gaffel gartner gartneri glas gods grammatik grund grundlæggende gruppe grænse græs
	grøn grøntsag gulv gæst handel handicap handicappet hardware hav have havn hf hjemmeside hjerte hjertestarter
	hjælpemiddel hjælper hold hospital hotel housekeeping hud hus hverdag hverdags hydraulik hygiejne hygiejnisk hår
	idræt inde indkøb indkøbe industri indvandrer institution instruks instruktør intensiv internet intro
	introduktion inventar is isolere isolering it jern job jord kaffe kage kantine karriere kasse kedel kemi
	kemikalie keramik klage klasse klima klinik kloak klud kok kold kollega kommunikation kommunikere konditor
	konflikt kontor kontrol kontrollere kontrollør kop kort kosmetik kost kran krav krop kultur kulturel kunde kunne
	kunst kvalitet kvinde kvæg kælder køb kød køkken køl køle kørekort lagen lager land landbrug landmand laser last
	lean ledig leje lejlighed let levering lille lim linje linned liv logistik lov lovgivning luft lufthavn lys læge
	lærer løn mad madlavning mail makker mand maskine maskinfører massage matematik medarbejder medicin mejeri
	mekanik mekaniker menneske mentor menu metal metode middag middel miljø misbrug mitid mobil mode montage moppe
	morgen morgenmad motivation motivere motorsav mundtlig murer musik mål måltid møbel møde møl nat natur
	nedrivning negl netværk niveau ny nødsituation obu office olie omsorg operatør opgave opgaver optælling ord
	ordblind ordblindhed ordforråd ordre ost palle patient pc pedel penge persisk person personale personlig plan
	plante plast pleje plæne polsk post praksis praktik praktisk printer pris prisskilt procent proces produktion
	program protokol prøve prøvetagning psykiatri psykisk pumpe pædagog pædagogik pædagogisk rapport reception
	receptionist redskab regel regneark regnskab ren reol restaurant ret retning risiko robot rolle rontgen rum
	russisk rutine rutineret ryg rådgiver råvare rør salt samlebånd samtale sav scanner screening sekretær
	selvstændig selvtillid seng service sikker sikkerhed skema skib skilt skole skov skriftlig skrue skrædder
	skønhed slagter slagteri smed smitte smørrebrød snavset sne snedker social software sol somali spansk spedition
	sport sprog stabler standard start station status stillads stof stol stor stress studie stue stuepige stål støj
	støv støvsuge sukker sundhed svin syer syg sygdom sygehus system systemer sår søm tablet tag tal tallerken tand
	taxa te team tegning teknik tekniker teknisk tekst tekstil telefon temperatur teori terminal tid tigrinya tjener
	tog toilet tolk trafik transport trappe trin trivsel truck træ tung tyrkisk tysk tælle tøj tømmer tømrer tør
	uddanne ude udstyr udtale ukrainsk ulykke ung vagt vand vare varm varme varmt vaskeri vej vejleder ventilation
	vicevært viceværter videregående vin vind vindmølle vindue virksomhed virksomhedspraktik vogn voksen vugge vvs
	våd vægt vægter værelse værksted værktøj værnemiddel værnemidler web webshop weekend word æg ældre økonomi øl'), '\s+') word;

-- Words with forms that no ending explains, or that are made into another kind of word.
insert into public.search_vocabulary (word, base)
select word, split_part(forms, ',', 1)
from regexp_split_to_table(trim(e'\n\t' from '
	alfabetisere,alfabetisering arbejde,arbejds,arbejdet bage,bagning barn,børn,børne bekæmpe,bekæmpelse
	bestille,bestilling,bestillinger betjene,betjening bogføre,bogføring bore,boring bruge,bruger
	byg,bygge,byggeri,bygning desinficere,desinficering dreje,drejning dække,dækning ekspedere,ekspedition
	emballere,emballering evakuere,evakuering forflytte,forflytning forsende,forsendelse forsikring,forsikre
	forstå,forståelse fræse,fræsning genoplive,genoplivning hente,hentning hjem,hjemme hjælp,hjælpe hånd,hænder
	instruere,instruktion koge,kogning købe,køber køre,kørsel,kørende laste,lastning leder,ledelse,lede
	levere,leverance lodde,lodning losse,losning lytte,lytning lære,læring læse,læser læsse,læsning løfte,løft
	maler,maling modtage,modtagelse,modtager montere,montering måle,måling mægle,mægler mærke,mærkning
	opvask,opvaske oversætte,oversættelse overvåge,overvågning pakke,pakning passe,pasning planlægge,planlægning
	plukke,plukning producere,produktions programmere,programmering rapportere,rapportering redde,redning
	regne,regning rengøre,rengøring,rengørings,rengøringen reparere,reparation rådgive,rådgivning salg,salgs
	samarbejde,samarbejds scanne,scanning servering,servere skrive,skrivning skære,skæring slibe,slibning
	slukke,slukning smøre,smøring sortere,sortering spille,spil stave,stavning stege,stegning styre,styring
	svejse,svejsning,svejser sy,syning sælge,sælger søge,søgning tale,taler tolke,tolkning træne,træning
	vaske,vask,vaskning vedligehold,vedligeholdelse,vedligeholde veje,vejning vejlede,vejledning øve,øvelse'), '\s+') forms,
	unnest(string_to_array(forms, ',')) word;

-- What says nothing of what a module is about.
insert into public.search_vocabulary (word, base, is_filler)
select word, word, true from regexp_split_to_table(trim(e'\n\t' from '
	af alle an and at class course courses dag dage dagen de den der det dig din dine dit efter eller emne emner en
	er et for forløb forløbene forløbet fra gang gange har her hos hvad hver hvert hvor hvordan i in jer jeres kan
	kurser kurserne kurset kursist kursister kursus man med mellem men modul moduler modulet må når of og også om on
	or over på sig sin sine sit skal som så the til time timer to training uddannelse uddannelsen uddannelser uden
	uge uger under undervise undervisning undervisningen ved vil with'), '\s+') word;

insert into public.search_synonym (meaning, word)
select meaning, word
from (values
	('truck', 'truck, gaffeltruck, truckkort, truckcertifikat, truckførerkort, truckfører, forklift, stabler'),
	('driving', 'kørekort, kørsel, chauffør'),
	('cleaning', 'rengøring, gøre rent, renhold, cleaning, vask'),
	('cleaner', 'rengøringsassistent, rengøringsmedarbejder, rengøringshjælp, rengøring'),
	('kitchen', 'køkken, kantine, storkøkken, kitchen'),
	('cooking', 'madlavning, kok, køkken, køkkenhjælp, køkkenassistent'),
	('baking', 'bager, bageri, bage, konditor'),
	('dishes', 'opvask, opvasker, opvaskemaskine'),
	('cafe', 'café, kaffebar, barista, caféarbejde'),
	('waiting', 'tjener, servering, servitrice, serveringsassistent'),
	('hotel', 'hotel, stuepige, housekeeping, værelsesservice'),
	('food', 'fødevare, madvare, levnedsmiddel, food'),
	('hygiene', 'hygiejne, hygiene'),
	('food_hygiene', 'fødevarehygiejne, hygiejnekursus, hygiejnebevis, hygiejnecertifikat, haccp, egenkontrol, fødevaresikkerhed'),
	('danish', 'dansk, danish, danskundervisning, danskuddannelse, sprogundervisning'),
	('danish_second', 'dansk som andetsprog, dsa, danskuddannelse'),
	('english', 'engelsk, english'),
	('language', 'sprog, sprogtræning, sprogundervisning'),
	('care', 'pleje, omsorg, care'),
	('elder_care', 'ældrepleje, plejehjem, hjemmepleje, hjemmehjælp, ældreomsorg, sosu, social og sundhed, sosuhjælper, sosuassistent'),
	('child_care', 'børnepasning, dagpleje, pædagogmedhjælper, pædagogisk assistent, vuggestue, børnehave'),
	('moving', 'forflytning, personløft, løfteteknik'),
	('shop', 'butik, detail, detailhandel, forretning, supermarked, retail'),
	('till', 'kasse, kasseapparat, kassemedarbejder, kasseassistent'),
	('selling', 'salg, sælge, sælger'),
	('customer', 'kundeservice, kundebetjening, service'),
	('warehouse', 'lager, logistik, warehouse, lagerarbejde'),
	('picking', 'plukke, varepluk, pakke, ekspedere ordre'),
	('goods_in', 'varemodtagelse, modtage varer'),
	('welding', 'svejsning, svejse, svejser, smed, welding'),
	('metal', 'metal, stål, smed'),
	('fire', 'brandslukning, brandbekæmpelse, slukke brand, elementær brandslukning, brandkursus'),
	('hot_work', 'varmt arbejde, varmepistol, gnistproducerende'),
	('first_aid', 'førstehjælp, livredning, genoplivning, hjertestarter, hlr, first aid'),
	('safety', 'sikkerhed, arbejdsmiljø, apv'),
	('ergonomics', 'ergonomi, løfteteknik, arbejdsstilling'),
	('protection', 'værnemiddel, sikkerhedsudstyr'),
	('guard', 'vagt, vagtuddannelse, vægter, dørmand, security'),
	('steward', 'kontrollør, billetkontrol, event'),
	('caretaker', 'pedel, vicevært, ejendomsservice, ejendomsfunktionær'),
	('gardening', 'gartner, havearbejde, anlægsgartner, grønne områder'),
	('industry', 'produktion, fabrik, industri, production'),
	('operator', 'procesoperatør, industrioperatør, maskinoperatør, operatør'),
	('assembly', 'montage, montere, samle'),
	('construction', 'byggeri, bygge, anlæg, construction'),
	('scaffold', 'stillads, stilladsmontør'),
	('painter', 'maler, malerarbejde'),
	('road', 'vejen som arbejdsplads, vejarbejde'),
	('concrete', 'beton, betonarbejde'),
	('computer', 'it, edb, computer, pc, digital'),
	('spreadsheet', 'regneark, excel'),
	('word_processing', 'tekstbehandling, word'),
	('email', 'mail, e-mail, email, e-post'),
	('digital_self_service', 'mitid, nemid, digital selvbetjening, borger.dk'),
	('reading', 'læsning, læse, ordblind, ordblindhed, dysleksi, obu'),
	('writing', 'skrivning, skrive, stavning, retskrivning'),
	('numbers', 'regning, matematik, tal, fvu-matematik, mathematics'),
	('general_adult', 'fvu, forberedende voksenundervisning'),
	('office', 'kontor, administration, sekretær'),
	('bookkeeping', 'bogføring, regnskab, bogholderi'),
	('conflict', 'konflikt, konflikthåndtering, deeskalering'),
	('cooperation', 'samarbejde, teamwork, kollegaer'),
	('buddy', 'buddy, makker, mentor'),
	('job_search', 'jobsøgning, ansøgning, cv'),
	('interpreting', 'tolk, tolkning, oversættelse'),
	('driver_van', 'varebil, budkørsel, pakkebud'),
	('bus_driver', 'buschauffør, bus, persontransport'),
	('lorry', 'lastbil, godschauffør, vogntog'),
	('taxi', 'taxa, taxi'),
	('dangerous_goods', 'adr, farligt gods'),
	('crane', 'kran, kranfører, anhugning'),
	('electricity', 'el, elektriker, el-arbejde'),
	('plumbing', 'vvs, blikkenslager, rør'),
	('laundry', 'vaskeri, vasketøj'),
	('sewing', 'sy, syning, skrædder, tekstil'),
	('waste', 'affald, genbrug, affaldssortering'),
	('hair', 'frisør, hår'),
	('teaching_aid', 'ordblind, læsehjælp'),
	('phone', 'telefon, telefonbetjening, callcenter'),
	('reception', 'reception, receptionist, modtage gæster'),
	('amu', 'amu, arbejdsmarkedsuddannelse'),
	('certificate', 'bevis, certifikat, certificate'),
	('driving_licence_machine', 'maskinfører, gravemaskine, rendegraver'),
	('stress', 'stress, arbejdspres'),
	('working_life', 'arbejdsmarked, arbejdsliv, arbejdskultur')
) given (meaning, words), unnest(string_to_array(words, ', ')) word;

create trigger search_vocabulary_anew after insert or update or delete on public.search_vocabulary
	for each statement execute function private.search_anew();
create trigger search_synonym_anew after insert or update or delete on public.search_synonym
	for each statement execute function private.search_anew();
create trigger subject_search after update of name_da, name_en on public.subject
	for each statement execute function private.search_anew();

select private.inflect_words();
select private.learn_words(array(select word from public.search_vocabulary where not is_filler)
	|| array(select unnest(private.search_words(word)) from public.search_synonym));
select private.index_modules(array(select id from public.module where state = 'published'));
