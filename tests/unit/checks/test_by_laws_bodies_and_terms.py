"""By-laws against the laws, bodies and their functions, terms that nobody defined."""

from __future__ import annotations

from pathlib import Path

import pytest

from redline.dossier import load_dossier
from redline.dossier.library import Review, read_documents
from redline.languages import get_pack
from redline.model.findings import Finding
from tests.unit.checks.reviewing_texts import found_by, review_of

LAW = """Статья 1. Уведомление

1. Уведомление содержит:

1) фамилию и имена иностранца;

2) адрес места пребывания;

3) срок пребывания.

2. Вне квоты привлекаются:

1) научные работники;

2) спортсмены.

Указанный перечень может быть расширен только законом.

3. Порядок учета уведомлений определяется правилами, утверждаемыми Министерством.

4. За выдачу разрешения взимается сбор в размере двух месячных расчетных показателей.

Статья 2. Надзор

Иностранец обязан предъявлять паспорт. Надзор осуществляет прокурор.
"""
RULES = """Приказ Министра от 14 января 2014 года № 21

Об утверждении Правил учета уведомлений

{ground} ПРИКАЗЫВАЮ утвердить Правила учета уведомлений:

1. {rule}

2. В уведомлении указываются:

1) фамилия и имена иностранца;

2) адрес места пребывания;

3) {entry}.

3. Надзор есть.
"""
GROUND = 'В соответствии с пунктом {} статьи 1 Закона Республики Казахстан "О миграции населения"'


def law_and_rules(
    folder: Path,
    *,
    ground: str = GROUND.format(3),
    rule: str = "Учет ведется.",
    entry: str = "срок",
    level: str = "    level: ministerial-order\n",
) -> Review:
    """A law and the rules that an order approves."""
    (folder / "law.txt").write_text(LAW, encoding="utf-8")
    rules = RULES.format(ground=ground, rule=rule, entry=entry)
    (folder / "rules.txt").write_text(rules, encoding="utf-8")
    (folder / "dossier.yaml").write_text(
        "dossier: 1\njurisdiction: kz\ndocuments:\n"
        "  law:\n    file: {ru: law.txt}\n    level: law\n    title: {ru: О миграции населения}\n"
        f"  rules:\n    file: {{ru: rules.txt}}\n{level}",
        encoding="utf-8",
    )
    return read_documents(load_dossier(folder))


def kinds(found: list[Finding]) -> list[str]:
    return [finding.kind for finding in found]


@pytest.mark.parametrize(
    ("ground", "expected"),
    [(GROUND.format(3), []), ("В целях учета", ["no-ground"]), (GROUND.format(4), ["leaves-nothing"])],
)
def test_a_by_law_rests_on_a_norm_that_asks_for_it(tmp_path: Path, ground: str, expected: list[str]) -> None:
    assert kinds(found_by("delegation", law_and_rules(tmp_path, ground=ground))) == expected


@pytest.mark.parametrize(
    "level", ["    level: presidential-decree\n", ""], ids=["a decree", "by its first line"]
)
def test_decrees_and_what_its_first_line_calls_an_order_are_by_laws(tmp_path: Path, level: str) -> None:
    review = law_and_rules(tmp_path, ground="В целях учета", level=level)
    assert kinds(found_by("delegation", review)) == ["no-ground"]


def test_what_a_law_leaves_to_a_by_law_that_is_not_there_is_found(tmp_path: Path) -> None:
    review = law_and_rules(tmp_path)
    (tmp_path / "law.txt").write_text(LAW.replace("учета уведомлений", "выдачи виз"), encoding="utf-8")
    (tmp_path / "rules.txt").write_text(
        RULES.format(ground=GROUND.format(1), rule="Учет ведется.", entry="срок"), encoding="utf-8"
    )
    found = found_by("delegation", read_documents(review.dossier))
    assert kinds(found) == ["leaves-nothing", "no-by-law"]
    assert found[1].evidence[0].quote == "правилами, утверждаемыми Министерством"


def test_a_dossier_without_by_laws_is_not_told_that_they_are_missing(tmp_path: Path) -> None:
    assert found_by("delegation", review_of(tmp_path, {"law.ru": LAW}, head="    level: law")) == []


@pytest.mark.parametrize(
    ("rule", "entry", "expected"),
    [
        ("Учет ведется.", "срок пребывания", []),
        ("За выдачу разрешения взимается сбор.", "срок пребывания", []),
        ("За рассмотрение уведомления взимается плата.", "срок пребывания", ["fee"]),
        ("Иностранец обязан предъявлять паспорт.", "срок пребывания", []),
        ("Иностранец обязан лично явиться для сверки.", "срок пребывания", ["duty"]),
        ("Продление визы иностранца без справки запрещается.", "срок пребывания", ["prohibition"]),
        ("Учет ведется.", "размер ежемесячного дохода", ["entry"]),
        (
            "Вне квоты, помимо лиц, указанных в пункте 2 статьи 1 Закона Республики Казахстан "
            '"О миграции населения", привлекаются волонтеры.',
            "срок пребывания",
            ["closed-list"],
        ),
    ],
)
def test_a_by_law_asks_for_nothing_that_the_law_does_not_know(
    tmp_path: Path, rule: str, entry: str, expected: list[str]
) -> None:
    assert kinds(found_by("beyond-the-law", law_and_rules(tmp_path, rule=rule, entry=entry))) == expected


NAMED = "Статья 1. Учет\n\nУчет ведет {body} и направляет сведения прокурору.\n\nСтатья 2. "
"Надзор\n\nНадзор есть.\n"
NAMED_IN_KAZAKH = "1-бап. Есеп\n\nЕсепті {body} жүргізеді.\n\n2-бап. Қадағалау\n\nҚадағалау бар.\n"


@pytest.mark.parametrize(
    ("language", "one", "other", "expected"),
    [
        ("ru", "Комитет миграции", "Комитет миграции", []),
        ("ru", "Комитет миграции", "Комитет по вопросам миграции", ["variant"]),
        ("ru", "инспекция труда", "трудовая инспекция", ["variant"]),
        ("ru", "Министерство юстиции", "Министерство труда", []),
        ("ru", "Министерство внутренних дел", "МВД", ["abbreviation"]),
        ("ru", "Министерство внутренних дел", "ООН", []),
        ("ru", "Министерство труда", "Министерство труда и занятости", ["perhaps"]),
        ("kk", "Көші-қон комитеті", "Көші-қон мәселелері жөніндегі комитет", ["variant"]),
        ("kk", "Көші-қон комитеті", "Әділет министрлігі", []),
    ],
)
def test_a_body_bears_one_name(
    tmp_path: Path, language: str, one: str, other: str, expected: list[str]
) -> None:
    text = NAMED if language == "ru" else NAMED_IN_KAZAKH
    texts = {f"law.{language}": text.format(body=one), f"code.{language}": text.format(body=other)}
    assert kinds(found_by("body-name", review_of(tmp_path, texts))) == expected


COMPETENCE = """Статья 1. Компетенция Комитета миграции

Комитет миграции:

1) {one};

2) информирует Правительство о миграции населения;

3) выполняет иные функции, возложенные на него законами.

Статья 2. Компетенция органов внутренних дел

Органы внутренних дел:

1) {other};

2) информируют Правительство о миграции населения;

3) выполняют иные функции, возложенные на них законами.

Статья 3. Учет

{sentence}
"""


@pytest.mark.parametrize(
    ("other", "sentence", "expected"),
    [
        ("выдают удостоверения беженца", "Учет ведет Комитет миграции.", ["two-bodies"]),
        ("выдают удостоверения личности граждан", "Учет ведет Комитет миграции.", []),
        ("ведут учет виз", "Учет беженцев ведется в установленном порядке.", ["nobody"]),
        ("ведут учет виз", "Учет беженцев ведется судом в установленном порядке.", []),
    ],
)
def test_a_function_has_one_body(tmp_path: Path, other: str, sentence: str, expected: list[str]) -> None:
    law = COMPETENCE.format(one="выдает удостоверения беженца", other=other, sentence=sentence)
    assert kinds(found_by("competence", review_of(tmp_path, {"law.ru": law}))) == expected


USING = "Статья 1. Учет\n\n1. {first}\n\n2. Уведомление подается через {name} либо лично.\n\nСтатья 2. "
"Надзор\n\nЕсть.\n"


@pytest.mark.parametrize(
    ("first", "name", "terms"),
    [
        ("Учет ведется.", "Портал", ["Портал"]),
        ("Учет ведется.", "портал", []),
        ("Учет ведется на портале уведомлений (далее – Портал).", "Портал", []),
        ("Учет ведется через Портал уведомлений.", "Портал", []),
    ],
)
def test_a_short_name_is_given_before_it_is_used(
    tmp_path: Path, first: str, name: str, terms: list[str]
) -> None:
    found = found_by("term-use", review_of(tmp_path, {"law.ru": USING.format(first=first, name=name)}))
    assert [finding.said["term"] for finding in found] == terms


DEFINING = (
    "Статья 1. Понятия\n\nВ настоящем Законе используются следующие понятия:\n\n"
    "1) иностранный работник – иностранец, который работает;\n\n2) квота – число.\n"
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("иностранных работников", 0),
        ("иностранной рабочей силы", 1),
        ("трудящихся-мигрантов", 1),
    ],
)
def test_what_the_law_defines_is_called_so_in_every_act(tmp_path: Path, words: str, expected: int) -> None:
    rules = f"Статья 1. Курсы\n\n1. Курсы для {words} бесплатны.\n\n2. Учет {words} ведется.\n"
    found = found_by("term-use", review_of(tmp_path, {"law.ru": DEFINING, "rules.ru": rules}))
    assert kinds(found) == ["variant"] * expected
    for finding in found:
        assert [each.document for each in finding.evidence] == ["rules", "rules", "law"]


@pytest.mark.parametrize(
    "norm",
    [
        "Есепке алу тәртібі Ішкі істер министрлігі бекітетін қағидаларда айқындалады.",
        "Есепке алу Үкімет айқындайтын тәртіппен жүзеге асырылады.",
    ],
)
def test_a_kazakh_norm_leaves_rules_to_a_ministry_whatever_its_name(norm: str) -> None:
    pack = get_pack("kk")
    assert pack is not None
    assert any(pattern.search(norm) for pattern in pack.norms.leaves)


def test_a_body_in_the_title_of_an_act_is_none_whose_letters_want_explaining(tmp_path: Path) -> None:
    law = "Section 1. Trusts\n\n1. {} \n\n2. An NHS foundation trust is a body corporate.\n"
    for title in ("National Health Service Act 2006", "National Health Service (Wales) Act 2006"):
        review = review_of(tmp_path, {"law.en": law.format(f"The trust is set up under the {title}.")})
        assert found_by("body-name", review) == []
    body = "The trust is set up by the National Health Service of the country."
    (found,) = found_by("body-name", review_of(tmp_path, {"law.en": law.format(body)}))
    assert found.said["one"] == "NHS"
