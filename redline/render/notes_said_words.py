"""The notes of operations in Russian and Kazakh: pattern of the English, and the words in each language."""

from __future__ import annotations

from collections.abc import Mapping

Table = tuple[tuple[str, str, str], ...]

MEANT = {"ru": "Так и задумано?", "kk": "Осылай болуы керек пе?"}
"""The question behind a note."""
TIMES = {"ru": "раз: {count}", "kk": "{count} рет"}
OTHER = {"ru": "операция {verb} ({at})", "kk": "{verb} амалы ({at})"}
"""Another operation, by its verb and its line."""

_PLACES: Table = (
    (
        r"(?P<count>\d+) forms? found: (?P<forms>.+)",
        "найдено форм: {count}: {forms}",
        "табылған нысандар: {count}: {forms}",
    ),
    (
        r"words beside the new ones do not agree with them any more: (?P<words>.+)",
        "слова рядом с новыми больше не согласуются с ними: {words}",
        "жаңа сөздердің жанындағы сөздер енді олармен қиыспайды: {words}",
    ),
    (
        r"left as it was made: (?P<words>.+)",
        "сказано о принятии акта и оставлено как есть: {words}",
        "актінің қабылдануы туралы айтылған, сол күйінде қалдырылды: {words}",
    ),
    (
        r"passed over (?P<places>.+): repealed, so its words are not amended",
        "пропущено как исключенное, слова в нем не изменяются: {places}",
        "алып тасталғандықтан өткізіп жіберілді, сөздері өзгертілмейді: {places}",
    ),
    (
        r"passed over words in (?P<places>.+) that (?P<other>the \w+ at \S+|operation \S+) changes",
        "пропущены слова ({places}), которые изменяет {other}",
        "{other} өзгертетін сөздер өткізіп жіберілді ({places})",
    ),
    (
        r"the profile (?P<profile>\S+) keeps numbers: renumbering is unusual there",
        "по правилам {profile} номера сохраняются: изменение нумерации необычно",
        "{profile} қағидалары бойынша нөмірлер сақталады: нөмірлеуді өзгерту әдеттен тыс",
    ),
    (
        r"the note that is left, \"(?P<note>.+)\", does not name the amending Act: add its (?P<keys>.+) "
        r"under "
        r"enacted_as at the top of the spec",
        "в оставшейся записи «{note}» не назван изменяющий акт: укажите {keys} в enacted_as в начале "
        "спецификации",
        "қалған «{note}» жазбасында өзгертетін акт аталмаған: спецификацияның басындағы enacted_as "
        "ішінде {keys} "
        "көрсетіңіз",
    ),
    (
        r"the new text is the old one word for word: nothing changes",
        "новый текст слово в слово совпадает с прежним: ничего не изменяется",
        "жаңа мәтін бұрынғымен сөзбе-сөз бірдей: ештеңе өзгермейді",
    ),
    (
        r"(?P<name>.+) is left with its number alone: was repeal meant\?",
        "остается один номер: {name}. Имелось в виду исключение (repeal)?",
        "тек нөмірі қалады: {name}. Алып тастау (repeal) керек пе еді?",
    ),
    (
        r"(?P<name>.+) goes: the new text has none of that number",
        "исключается: {name} – в новом тексте такого номера нет",
        "алып тасталады: {name} – жаңа мәтінде ондай нөмір жоқ",
    ),
    (
        r"the text designated as (?P<number>.+) has a sub-provision (?P<same>.+) itself",
        "в тексте, обозначенном как {number}, уже есть {same}",
        "{number} деп белгіленген мәтіннің ішінде {same} бар",
    ),
    (
        r"(?P<name>.+) stays as it is: it belongs to other columns too",
        "остается без изменений, так как относится и к другим графам: {name}",
        "басқа бағандарға да жататындықтан өзгеріссіз қалады: {name}",
    ),
    (
        r"the cell (?P<name>.+) stays, in the next of its rows",
        "ячейка {name} остается в следующей строке",
        "{name} ұяшығы келесі жолда қалады",
    ),
    (
        r"the (?P<kind>\w+) “(?P<words>.+)” goes (?P<why>because the new text has none|with the words "
        r"it stood in)",
        "{kind} «{words}» исключается{why}",
        "{kind} «{words}» {why} алып тасталады",
    ),
    (
        r"the heading \"(?P<heading>.+)\" of (?P<place_of>.+) goes; retitle (?P<whole>.+) if the "
        r"heading of the whole "
        r"is to say more",
        "заголовок «{heading}» ({place_of}) отпадает; если общий заголовок должен сказать больше, "
        "измените его "
        "(retitle: {whole})",
        "«{heading}» тақырыбы ({place_of}) түсіп қалады; жалпы тақырып толығырақ болуы керек болса, оны "
        "өзгертіңіз "
        "(retitle: {whole})",
    ),
    (
        r"neither (?P<name>.+) nor what stands beside it had a heading",
        "заголовка не было ни у этого положения ({name}), ни у соседних",
        "бұл ереженің де ({name}), көршілерінің де тақырыбы болмаған",
    ),
    (
        r"the cross-heading \"(?P<words>.+)\" stays where it is, before (?P<name>.+)",
        "подзаголовок «{words}» остается на месте, перед: {name}",
        "«{words}» кіші тақырыбы орнында қалады, мынаның алдында: {name}",
    ),
    (
        r"the cross-heading \"(?P<words>.+)\" stays, and heads nothing any more: repeal it too if it is "
        r"to go "
        r"\(… / crossheading\)",
        "подзаголовок «{words}» остается, но под ним больше ничего нет: исключите и его (… / "
        "crossheading), если он "
        "не нужен",
        "«{words}» кіші тақырыбы қалады, бірақ оның астында ештеңе жоқ: қажет болмаса, оны да алып "
        "тастаңыз "
        "(… / crossheading)",
    ),
    (
        r"a (?P<mark>\S+) of the new text has no partner and stands in the law as typed",
        "у знака {mark} в новом тексте нет пары: он стоит в законе как напечатан",
        "жаңа мәтіндегі {mark} белгісінің жұбы жоқ: ол заңда терілген күйінде тұрады",
    ),
    (
        r"“(?P<part>.+)” in “(?P<word>.+)” is raised or lowered in the Act, and on the line in the new "
        r"text: give that "
        r"as \{akn: …\} with <sup> or <sub> if it is not meant",
        "«{part}» в «{word}» напечатано в акте выше или ниже строки, а в новом тексте – в строке: если "
        "это не "
        "задумано, дайте его как {{akn: …}} с <sup> или <sub>",
        "«{word}» ішіндегі «{part}» актіде жолдан жоғары не төмен басылған, ал жаңа мәтінде – жолда: "
        "олай болмауы "
        "керек болса, оны <sup> немесе <sub> белгісі бар {{akn: …}} түрінде беріңіз",
    ),
    (
        r"\"(?P<there>.+)\" in (?P<places>.+) was read as \"(?P<read>.+)\": the Act has letters there "
        r"that only look "
        r"so \((?P<letters>.+)\)",
        "«{there}» ({places}) прочитано как «{read}»: в акте там стоят лишь похожие буквы ({letters})",
        "«{there}» ({places}) «{read}» деп оқылды: актіде ол жерде тек ұқсас әріптер тұр ({letters})",
    ),
    (
        r"the expected text is there, but \"(?P<there>.+)\" has letters that only look like those of "
        r"\"(?P<word>.+)\" \((?P<letters>.+)\)",
        "ожидаемый текст на месте, но в слове «{there}» есть буквы, лишь похожие на буквы слова «{word}» "
        "({letters})",
        "күтілген мәтін орнында, бірақ «{there}» сөзінде «{word}» сөзінің әріптеріне тек ұқсайтын әріптер "
        "бар ({letters})",
    ),
    (
        r"the new text has \"(?P<word>.+)\" with letters that only look like those around them "
        r"\((?P<letters>.+)\)",
        "в новом тексте в слове «{word}» есть буквы другого алфавита, лишь похожие на соседние ({letters})",
        "жаңа мәтіндегі «{word}» сөзінде көршілеріне тек ұқсайтын басқа әліпби әріптері бар ({letters})",
    ),
    (
        r"(?P<name>.+) is (?P<level>an? \S+) in the markup given, and (?P<what>what it \S+(?: beside)?) is "
        r"(?P<other_level>an? \S+)",
        "{name} в данной разметке – элемент {level}, а положение, {what}, – {other_level}",
        "берілген белгілеуде {name} – {level} элементі, ал {what} – {other_level}",
    ),
    (
        r"the Act has no (?P<word>.+); (?P<name>.+) was taken by its number",
        "единицы «{word}» в акте нет; по номеру взято: {name}",
        "актіде «{word}» бірлігі жоқ; нөмірі бойынша алынды: {name}",
    ),
    (
        r"(?P<host>.+) has no (?P<word>\S+); (?P<name>.+) was taken by its number",
        "{host}: единицы «{word}» там нет; по номеру взято: {name}",
        "{host}: онда «{word}» бірлігі жоқ; нөмірі бойынша алынды: {name}",
    ),
)

_NUMBERS: Table = (
    (
        r"(?P<name>.+) follows (?P<before>.+) in the new text",
        "в новом тексте {name} идет за: {before}",
        "жаңа мәтінде {name} мынадан кейін тұр: {before}",
    ),
    (
        r"(?P<name>.+) is a number of another kind than those beside it \((?P<place>.+)\)",
        "номер иного рода, чем соседние: {name} ({place})",
        "нөмірі көршілерінен өзгеше түрде: {name} ({place})",
    ),
    (
        r"(?P<name>.+) is printed otherwise than the numbers beside it \((?P<place>.+)\)",
        "номер напечатан иначе, чем соседние: {name} ({place})",
        "нөмірі көршілерінен басқаша басылған: {name} ({place})",
    ),
    (
        r"(?P<name>.+) stands (?P<place>between .+|before .+|after .+)",
        "{name} стоит {place}",
        "{name} {place} тұр",
    ),
)

_CITATIONS: Table = (
    (
        r"(?P<name>.+) goes, and is still cited in (?P<where>.+)",
        "исключается, но на него еще ссылаются: {name}; ссылки: {where}",
        "алып тасталады, бірақ оған әлі сілтеме жасалған: {name}; сілтемелер: {where}",
    ),
    (
        r"(?P<name>.+) was cut in two, and is cited in (?P<where>.+)",
        "разделено на две части: {name}; ссылки: {where}",
        "екіге бөлінді: {name}; сілтемелер: {where}",
    ),
    (
        r"text that stands elsewhere now does not cite (?P<name>.+) any more, as it did: (?P<where>.+)",
        "текст, который стоит теперь в другом месте, больше не ссылается на прежнее положение ({name}): "
        "{where}",
        "енді басқа жерде тұрған мәтін бұрынғыдай сілтеме жасамайды ({name}): {where}",
    ),
    (
        r"what is now (?P<name>.+) is still cited by its old number or place in (?P<where>.+)",
        "теперь это {name}, но на него ссылаются по прежнему номеру или месту: {where}",
        "енді бұл {name}, бірақ оған бұрынғы нөмірі немесе орны бойынша сілтеме жасалған: {where}",
    ),
    (
        r"the new text of (?P<name>.+) cites “(?P<words>.+)”, (?P<fate>which .+)",
        "в новом тексте ({name}) есть ссылка «{words}», {fate}",
        "жаңа мәтінде ({name}) «{words}» сілтемесі бар, {fate}",
    ),
    (
        r"the reference “(?P<words>.+)” in (?P<where>.+) loses its target: it reads “(?P<now>.+)” now",
        "ссылка «{words}» ({where}) теряет цель: теперь она читается «{now}»",
        "«{words}» сілтемесі ({where}) нысанасын жоғалтады: енді ол «{now}» деп оқылады",
    ),
    (
        r"the reference “(?P<words>.+)” in (?P<where>.+) goes with its words; what takes their place is "
        r"no reference",
        "ссылка «{words}» ({where}) исключается вместе со словами; на их месте ссылки нет",
        "«{words}» сілтемесі ({where}) сөздерімен бірге алып тасталады; олардың орнында сілтеме жоқ",
    ),
    (
        r"citation rewritten in (?P<where>.+): “(?P<was>.+)” is now “(?P<now>.+)”",
        "ссылка переписана ({where}): вместо «{was}» теперь «{now}»",
        "сілтеме қайта жазылды ({where}): «{was}» орнына енді «{now}»",
    ),
    (
        r"(?P<name>.+) goes, and is cited in (?P<where>.+)",
        "исключается: {name}; ссылки в другом акте: {where}",
        "алып тасталады: {name}; басқа актідегі сілтемелер: {where}",
    ),
    (
        r"(?P<name>.+) is now (?P<now>.+), and is cited in (?P<where>.+)",
        "{name} – теперь {now}; ссылки в другом акте: {where}",
        "{name} – енді {now}; басқа актідегі сілтемелер: {where}",
    ),
    (
        r"citations are not read in the language of the Act \(language: says which\): look yourself for "
        r"what cites the "
        r"provisions that go, move or get another number",
        "на языке акта ссылки не распознаются (language): проверьте сами, что ссылается на измененные "
        "положения",
        "акт тілінде сілтемелер танылмайды (language): өзгерген ережелерге не сілтеме жасайтынын өзіңіз "
        "тексеріңіз",
    ),
    (
        r"the contents do not follow: “(?P<words>.+)” is not the number and heading it points to",
        "оглавление не изменено: «{words}» не совпадает с номером и заголовком, на которые указывает",
        "мазмұны өзгертілмеді: «{words}» көрсетілген нөмір мен тақырыпқа сәйкес емес",
    ),
    (
        r"the contents do not list (?P<name>.+): it has no heading",
        "в оглавлении нет строки, так как нет заголовка: {name}",
        "тақырыбы жоқ болғандықтан мазмұнда жолы жоқ: {name}",
    ),
)

_VERSIONS: Table = (
    (
        r"changes the version in (?P<one>\w+) alone, not that in (?P<another>\w+): (?P<places>.+)",
        "изменяет только версию на языке {one}, но не {another}: {places}",
        "{another} тіліндегі нұсқаны емес, тек {one} тіліндегі нұсқаны өзгертеді: {places}",
    ),
    (
        r"changes the version in (?P<one>\w+) on another day than (?P<another>\w+): (?P<places>.+)",
        "изменяет версию на языке {one} не в тот день, что {another}: {places}",
        "{one} тіліндегі нұсқаны {another} тіліндегіден басқа күні өзгертеді: {places}",
    ),
    (
        r"(?:there is then|after the operations there is) (?P<names>.+) in (?P<one>\w+), not in "
        r"(?P<another>\w+)",
        "после операций есть только на языке {one}, но не {another}: {names}",
        "операциялардан кейін {another} тілінде жоқ, тек {one} тілінде бар: {names}",
    ),
    (
        r"the versions in (?P<one>\w+) and (?P<another>\w+) are not built alike; in (?P<only>\w+) only: "
        r"(?P<places>.+)",
        "версии на языках {one} и {another} построены по-разному; только на языке {only}: {places}",
        "{one} және {another} тілдеріндегі нұсқалардың құрылымы әртүрлі; тек {only} тілінде: {places}",
    ),
)

_PAPERS: Table = (
    (
        r"no date of the amended text is known, so the expression keeps its own: give date: YYYY-MM-DD "
        r"in the spec, or "
        r"--as-of",
        "дата измененного текста неизвестна, поэтому остается прежняя: укажите date: ГГГГ-ММ-ДД или --as-of",
        "өзгертілген мәтіннің күні белгісіз, сондықтан бұрынғысы қалады: date: ЖЖЖЖ-АА-КК немесе "
        "--as-of көрсетіңіз",
    ),
    (
        r"the document has no identification: nothing of the amendment is entered in its metadata",
        "у документа нет идентификации: изменение не внесено в его метаданные",
        "құжаттың сәйкестендіруі жоқ: өзгеріс оның метадеректеріне енгізілмеді",
    ),
    (
        r"the metadata does not say which Act amended this one: give enacted_as: \{uri: …\} in the spec",
        "в метаданных не сказано, каким актом внесены изменения: укажите enacted_as: {{uri: …}}",
        "метадеректерде қай актімен өзгерістер енгізілгені айтылмаған: enacted_as: {{uri: …}} көрсетіңіз",
    ),
    (
        r"Akoma Ntoso has no modification of the kind (?P<verb>\S+): it is in the change list only",
        "в Akoma Ntoso нет изменения вида {verb}: оно есть только в перечне изменений",
        "Akoma Ntoso-да {verb} түріндегі өзгеріс жоқ: ол тек өзгерістер тізбесінде бар",
    ),
)

_PHRASES: Table = (
    (r"between (?P<one>.+) and (?P<other>.+)", "между {one} и {other}", "{one} мен {other} арасында"),
    (r"before (?P<one>.+)", "перед {one}", "{one} алдында"),
    (r"after (?P<one>.+)", "после {one}", "{one} кейін"),
    (
        r"because the new text has none",
        ", так как в новом тексте нет такого",
        "жаңа мәтінде болмағандықтан",
    ),
    (r"with the words it stood in", " вместе со словами, в которых стоит", "тұрған сөздерімен бірге"),
    (
        r"which goes on the same date",
        "а это положение исключается в тот же день",
        "ал ол ереже сол күні алып тасталады",
    ),
    (
        r"which is (?P<now>.+) from the same date on",
        "а это с того же дня {now}",
        "ал ол сол күннен бастап {now}",
    ),
    (r"what it replaces", "на замену которому он идет", "ол алмастыратын ереже"),
    (r"what it stands beside", "рядом с которым он стоит", "ол қатар тұратын ереже"),
    (r"an? (?P<element>\S+)", "{element}", "{element}"),
    (r"number and date", "номер и дату", "нөмірі мен күнін"),
    (r"date and number", "дату и номер", "күні мен нөмірін"),
    (r"number", "номер", "нөмірін"),
    (r"date", "дату", "күнін"),
    (r"footnote", "сноска", "сілтеме"),
    (r"heading", "заголовок", "тақырып"),
    (r"image", "рисунок", "сурет"),
    (r"quotation", "цитата", "дәйексөз"),
    (r"table", "таблица", "кесте"),
    (r"formula", "формула", "формула"),
)

NOTES: Mapping[bool, Table] = {
    False: (*_PLACES, *_NUMBERS, *_CITATIONS, *_VERSIONS, *_PAPERS),
    True: _PHRASES,
}
"""Whether set phrases inside of notes -> patterns, each with Russian and Kazakh."""
