"""A page becomes a document with its story apart from what stands around it, or a rejection with its reason."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents import make_document
from dragoman.documents.make import MAX_CHARS
from dragoman.pages import read_pages
from dragoman.values.document import Document, PublishedBasis, Rejection, RejectionReason
from dragoman.values.page import PageMetadata, RawPage

BODY = (
    "The foreign ministers of the two countries met in the capital on Monday and spoke about trade.",
    "They agreed that the next meeting of the commission will be held in the spring.",
)


def document(text: str | bytes, **metadata: object) -> Document:
    made = make_document(RawPage(origin="a.txt", content=text, metadata=PageMetadata(**metadata)))  # type: ignore[arg-type]
    assert isinstance(made, Document), made
    return made


def rejection(content: str | bytes, **metadata: object) -> Rejection:
    made = make_document(RawPage(origin="a.txt", content=content, metadata=PageMetadata(**metadata)))  # type: ignore[arg-type]
    assert isinstance(made, Rejection)
    return made


def paragraphs(made: Document) -> tuple[str, ...]:
    return tuple(span.cut(made.text) for span in made.story)


TOPS = {
    "Ministers meet in the capital\n\n": "Ministers meet in the capital",
    "MINISTERS MEET IN THE CAPITAL\n\n": "MINISTERS MEET IN THE CAPITAL",
    "# Ministers meet in the capital\n\n": "Ministers meet in the capital",
    "BUSINESS & MARKETS\n\nMinisters meet in the capital\n\nPublished: 27 June 2019\n\n": "Ministers meet in the capital",
    "Ministers meet in the capital\n\nREGIONAL POST\nBy Anna Novak\n11 June 2021\n\nBRNO - ": "Ministers meet in the capital",
    "Will the ministers meet?\n\nBy our diplomatic staff\nSaturday, November 18, 2017\n\n": "Will the ministers meet?",
    'THE MINISTER: "WE WILL MEET"\n\nA second line under the headline\n\n': 'THE MINISTER: "WE WILL MEET"',
    "Ministers meet again\n date 2022-05-20 20 May 2022 10:54 (UTC+04:00)\n\nPhoto: Press office\n\n": "Ministers meet again",
    "MORNING BRIEFING\nThursday, 14 March 2024\n\n": "MORNING BRIEFING",
    "Ministers talk about the U.S.\n\n": "Ministers talk about the U.S.",
    "By Newswire\n\nBy Anna Novak\n\n": None,
    "PRAGUE, 14 May 2019 - ": None,
    "PRAGUE: ": None,
    " \n\n": None,
}


@pytest.mark.parametrize(("top", "headline"), TOPS.items())
def test_what_stands_above_the_story_is_not_story(top: str, headline: str | None) -> None:
    made = document(top + "\n\n".join(BODY) + "\n")
    assert paragraphs(made) == BODY
    assert (made.headline.cut(made.text) if made.headline else None) == headline
    assert made.title == headline
    assert made.text == top + "\n\n".join(BODY) + "\n"


FEET = [
    "\n\nEND ITEM\n",
    "\n\n(Edited for length.)",
    "\n\nPhoto: Press office of the government\n\nRead more: Ministers to meet again",
    "\n\nFollow us on Examplegram @example\n",
    " NA/PA",
    "\nMH/AK\n",
    " (Source: Newswire)",
    "\n\n###",
    "\n\nBratislava, 12 March 2024",
]


@pytest.mark.parametrize("foot", FEET)
def test_what_stands_below_the_story_is_not_story(foot: str) -> None:
    assert paragraphs(document("\n\n".join(BODY) + foot)) == BODY


STORIES = [
    ("The two ministers met in the\ncapital and spoke about the trade\nof their countries on Monday.", 1),
    ("The ministers met in the capital.\n The visit was the first of its kind.\r\r\n\u00a0\r\r\nIt ended on Friday.", 3),
    ("• The ministers met in the capital.\n• They spoke about trade.\n• They will meet again.", 3),
    ("The ministers agreed on three things:\n- to meet again\n- to write to each other\n- to trade", 4),
    ("The ministers met.   \u00a0   They spoke about the trade between the two countries.", 2),
    ("-   Ann Lee, the envoy to     the Nile States -   Bo Dahl, the envoy to the Isles <!-- -->\n\n-   Cy Young, at large", 3),
    ("QUESTION: Minister, will you meet him again?\n\nMINISTER: I will, in the spring.\n\nQUESTION: Where will that be?", 3),
    ("1. The sides met in the capital.\n2. The sides will meet again.", 2),
    ("The delegation came to the capital on Monday for the talks.\n\nNext steps\n\nThe sides will meet again in May.", 3),
]


@pytest.mark.parametrize(("text", "count"), STORIES)
def test_a_story_is_cut_into_its_paragraphs(text: str, count: int) -> None:
    made = document(text)
    assert made.headline is None
    assert len(made.story) == count
    assert all(piece[0] not in "•- <" and piece == piece.strip() for piece in paragraphs(made))


def test_a_date_in_running_prose_is_no_stamp() -> None:
    made = document("On 5 May 2022 the ministers met in Oslo. The treaty of 4 March 1998 was the subject of the talks.")
    assert (made.published, made.published_basis, made.stamped, made.dateline_place) == (None, None, None, None)


def test_a_line_alone_is_story() -> None:
    assert paragraphs(document("The ministers of the two countries met in Oslo")) == ("The ministers of the two countries met in Oslo",)
    assert paragraphs(document("Oslo, 5 May 2022")) == ("Oslo, 5 May 2022",)


def test_bylines_give_the_authors_and_the_outlet() -> None:
    body = "\n\n" + BODY[0]
    assert document("By Anna Novak and Bo al-Hakim" + body).authors == ("Anna Novak", "Bo al-Hakim")
    assert document("By Newswire\n\nBy Anna Novak in Riga" + body).publisher == "Newswire"
    assert document("From our correspondent" + body).authors == ()
    assert document("By Anna Novak" + body, authors=("Cy Young",), publisher="The Post").authors == ("Cy Young",)
    assert paragraphs(document("By the end of the day the two ministers had met.\n\n" + BODY[0]))[0].startswith("By the end")


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ("2022-05-20", "2022-05-20"),
        ("2022-05-20T10:54:00+04:00", "2022-05-20T10:54+04:00"),
        ("2022-05-20 10:54:00", "2022-05-20T10:54"),
        ("2022-05-20T10:54:33.120Z", "2022-05-20T10:54Z"),
        ("Fri, 20 May 2022 10:54:00 +0400", "2022-05-20T10:54+04:00"),
        ("20 May 2022", "2022-05-20"),
        ("May 20, 2022", "2022-05-20"),
        ("20220520", "2022-05-20"),
    ],
)
def test_metadata_goes_before_the_stamp(given: str, published: str) -> None:
    made = document("OSLO, 1 June 2022 - " + BODY[0], published=given)
    assert (made.published, made.published_basis) == (published, PublishedBasis.METADATA)


@pytest.mark.parametrize(
    "given", ["soon", "", "2022-13-45", "0001-01-01", "1970-01-01T00:00:00Z", "2022", "last week, 5 May 2022", "{}", None]
)
def test_metadata_that_is_no_date_is_passed_over(given: str | None) -> None:
    made = document("OSLO, 1 June 2022 - " + BODY[0], published=given)
    assert (made.published, made.published_basis) == ("2022-06-01", PublishedBasis.DATELINE)


def test_a_dateline_without_its_year_is_kept_as_such() -> None:
    made = document("TASHKENT, March 4 (Agency) - " + BODY[0])
    assert (made.published, made.stamped, made.dateline_place) == (None, "XXXX-03-04", "TASHKENT")
    stamped = document("Published: 5 March 2021\n\nTASHKENT, March 4 (Agency) - " + BODY[0])
    assert (stamped.published, stamped.published_basis, stamped.stamped) == ("2021-03-05", PublishedBasis.STAMP, "XXXX-03-04")


@pytest.mark.parametrize(
    ("lead", "rest", "published"),
    [
        ("on Thursday", "The anniversary falls in October 2024. The last accord was signed on May 4, 2018.", "2024-03-21"),
        ("on Thursday", "They had met in March 2024 already.", "2024-03-21"),
        ("on Thursday", "The trade of 2024 was the subject.", None),
        ("on Friday", "The anniversary falls in October 2024.", None),
        ("on Thursday", "The plan will run until 2030. The anniversary falls in October 2024.", None),
        ("on Thursday", "The fair will open in October 2024. The pact was signed in March 2019.", None),
        ("on Thursday or Friday", "The anniversary falls in October 2024.", None),
        ("today", "The anniversary falls in October 2024.", None),
    ],
)
def test_a_year_written_elsewhere_completes_a_dateline_only_when_it_alone_fits(lead: str, rest: str, published: str | None) -> None:
    made = document(f"SEOUL, March 21 (Agency) -- The two ministers met for talks {lead} in the capital.\n\n{rest}")
    assert (made.published, made.stamped) == (published, "XXXX-03-21")


@pytest.mark.parametrize(
    ("content", "reason", "words"),
    [
        (b"", RejectionReason.EMPTY, "found none"),
        (" \n\t\u200b\n", RejectionReason.EMPTY, "found none"),
        (b"\0" * 10_000, RejectionReason.NOT_TEXT, "zero bytes"),
        ("\0" * 10_000, RejectionReason.NOT_TEXT, "control characters"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, RejectionReason.NOT_TEXT, "PNG"),
        (b"The \xff\xfe\x80 minister \x81\x8d said \xfe\xff\x9d nothing. " * 50, RejectionReason.NOT_TEXT, "fit neither"),
        ("Der Außenminister traf in Wien seinen Kollegen und sprach mit ihm über den Handel.", RejectionReason.NOT_ENGLISH, "'de'"),
        ("the minister of " * 200_000, RejectionReason.TOO_LARGE, "2000000"),
        (b"the minister of " * 600_000, RejectionReason.TOO_LARGE, "2000000"),
        (b"\0" * 9_000_000, RejectionReason.NOT_TEXT, "zero bytes"),
    ],
)
def test_what_is_no_article_is_rejected_with_its_reason(content: str | bytes, reason: RejectionReason, words: str) -> None:
    made = rejection(content)
    assert (made.reason, made.origin) == (reason, "a.txt")
    assert words in made.detail


def test_a_carrier_with_a_problem_is_unreadable() -> None:
    made = make_document(RawPage(origin="a.jsonl#3", content=b"", problem="the line is broken"))
    assert made == Rejection(reason=RejectionReason.UNREADABLE, origin="a.jsonl#3", detail="the line is broken")


def test_foreign_text_said_to_be_english_is_rejected() -> None:
    text = "Le ministre des affaires étrangères a rencontré son homologue à Bagdad pour discuter de la coopération entre les deux pays."
    assert rejection(text, language="en").reason is RejectionReason.NOT_ENGLISH


def test_a_huge_file_is_rejected_and_its_neighbours_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY[0])
    (tmp_path / "b.txt").write_bytes(b"the minister of the " * 2_500_000)
    (tmp_path / "c.txt").write_text(BODY[1])
    begin = time.perf_counter()
    made = [make_document(page) for page in read_pages([str(tmp_path)])]
    assert time.perf_counter() - begin < 2
    assert [one.reason if isinstance(one, Rejection) else "read" for one in made] == ["read", RejectionReason.TOO_LARGE, "read"]


def test_the_id_is_made_of_the_text_and_its_metadata_and_not_of_the_origin() -> None:
    one = document("\n\n".join(BODY), url="u")
    page = RawPage(origin="elsewhere.txt", content="\r\n\r\n".join(BODY).encode("utf-16"), metadata=PageMetadata(url="u"))
    other = make_document(page)
    assert isinstance(other, Document)
    assert (other.id, other.sha256, other.origin) == (one.id, one.sha256, "elsewhere.txt")
    assert len(one.id) == 17
    assert one.id != document("\n\n".join(BODY), url="v").id
    assert one.id != document("\n\n".join(BODY), title="u").id


HOSTILE = ["a ", "(", "- ", "1", "a\n\n", "A. ", "<!--", "x.   A", "May 1 ", "Baku, ", "AB/", "[](", '"', "• ", "e\u0301", "in 2020 "]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_no_more_than_linear_time(piece: str) -> None:
    text = "OSLO, May 5 - On Monday the " + piece * (300_000 // len(piece))
    begin = time.perf_counter()
    make_document(RawPage(origin="a.txt", content=text))
    assert time.perf_counter() - begin < 3


LINES = st.sampled_from(
    [
        *BODY,
        *TOPS,
        *FEET,
        "\n",
        "\n\n",
        "• ",
        "-   ",
        "By Anna Novak",
        "OSLO, May 5 - ",
        "Published: 2022-05-05",
        "<!-- -->",
        "\u00a0",
        "1. ",
        "(a)",
    ]
)


@given(st.lists(LINES | st.text(max_size=30), max_size=14).map("".join) | st.binary(max_size=300))
def test_any_page_gives_a_document_with_sound_spans_or_a_rejection(content: str | bytes) -> None:
    page = RawPage(origin="a", content=content)
    made = make_document(page)
    assert made == make_document(page)
    if isinstance(made, Rejection):
        assert made.detail
        return
    assert made.story
    spans = [*([made.headline] if made.headline else []), *made.story]
    assert made.story[-1].end <= len(made.text)
    assert all(one.end <= other.start for one, other in zip(made.story, made.story[1:], strict=False))
    assert not any(made.headline.overlaps(span) for span in made.story) if made.headline else True
    assert all(span.cut(made.text).strip() == span.cut(made.text) for span in spans)
    assert len(made.text) <= MAX_CHARS


SHARED = Path(__file__).parents[3] / "shared" / "eval"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the evaluation texts are not beside this repository")
@pytest.mark.parametrize("name", ["dev", "seeds"])
def test_the_evaluation_texts_have_the_day_that_a_careful_reader_finds(name: str) -> None:
    wrong = []
    for line in (SHARED / name / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        (page,) = read_pages([str(SHARED / name / "texts" / f"{gold['id']}.txt")])
        made = make_document(page)
        assert isinstance(made, Document)
        if (made.published or "")[:10] != (gold["published"] or ""):
            wrong.append((gold["id"], made.published, gold["published"]))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (
            "Ferry link to Tórshavn reopens\n\n(Havnarblað) - TÓRSHAVN, JUN 3 2021 - The ferry sailed again on Thursday after a month.",
            "2021-06-03",
        ),
        (
            (
                "Faroe Islands – Letter from the Minister of Fisheries to his Icelandic colleague (3 June 2021)\n\n"
                "The minister wrote to his colleague in Reykjavik about herring and about the price of ice."
            ),
            "2021-06-03",
        ),
        (
            (
                "Herring: two boats taken off the list\n\nNordic Fisheries Board\nPress notice\n3 June 2021 10:30\n\nFaroe Islands\n\n"
                "The board took two boats off its list of those that may not land herring in any member state."
            ),
            "2021-06-03T10:30",
        ),
        (
            (
                "COMMENT\n\nNorth Atlantic herring: old nets, new rules\n\nBy Jógvan Dam\nThu, June 3, 2021\n\n"
                "The ministers who met in the spring to divide the herring have gone home with a paper and no quota."
            ),
            "2021-06-03",
        ),
    ],
)
def test_make_document_finds_the_day_under_credits_and_labels(text: str, published: str) -> None:
    made = make_document(RawPage(origin="a.txt", content=text))

    assert isinstance(made, Document)
    assert made.published == published
