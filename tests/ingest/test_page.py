"""Saved web pages."""

import pytest

from habeas.ingest.door import open_bytes
from habeas.ingest.page import read_page
from habeas.model.documents import Document

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Court halts handover – Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta name="date" content="2024-05-04">
<link rel="canonical" href="https://post.example/halt">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "HP"}, {"@type": ["NewsArticle"],
 "headline": "Court halts handover", "datePublished": "2024-05-03T09:00:00+02:00",
 "publisher": {"name": "Harbour Post"}}]}
</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies.</p><button>Accept</button></div>
<main><article>
 <h1>Court halts handover</h1><p class="standfirst">Judges want to hear the asylum office first.</p>
 <div class="byline">By <a href="/m">Ana Merle</a></div><time datetime="2024-05-03">3 May 2024</time>
 <figure><img alt=""><figcaption>Pavel Orlin in court</figcaption></figure>
 <p>The regional court in&nbsp;Selmark on Tuesday <b>halted</b> the
    handover of Pavel Orlin.<script>track()</script></p>
 <aside class="related"><h3>Read also</h3><a href="/f">Ferry sinks off Lundmar</a></aside>
 <p>His lawyer said that he had applied for asylum in May.<br><br>Nobody answered.</p>
 <h2>Other cases</h2><ul><li>One man was sent back in April.</li></ul>
 <table><tr><th>3 May</th><td>asylum applied</td></tr></table>
</article></main>
<div class="related-news"><h2>Most read</h2><a href="/x">A minister resigned</a></div>
<footer>© 2024 Harbour Post</footer></body></html>"""


def passages(page: str) -> list[tuple[str, str]]:
    """Zone and words of each passage of a page."""
    opened = open_bytes(page.encode(), "page.html")
    assert isinstance(opened, Document), opened
    return [(p.zone, opened.text[p.start : p.end]) for p in opened.passages]


def test_markup_tells_the_zones() -> None:
    """Menus, banners, asides and feet are furniture; title, standfirst, byline and caption are what they are."""
    assert passages(PAGE) == [
        ("furniture", "Home"),
        ("furniture", "World"),
        ("furniture", "We use cookies."),
        ("furniture", "Accept"),
        ("headline", "Court halts handover"),
        ("standfirst", "Judges want to hear the asylum office first."),
        ("byline", "By Ana Merle"),
        ("dateline", "3 May 2024"),
        ("caption", "Pavel Orlin in court"),
        ("body", "The regional court in Selmark on Tuesday halted the handover of Pavel Orlin."),
        ("furniture", "Read also"),
        ("furniture", "Ferry sinks off Lundmar"),
        ("body", "His lawyer said that he had applied for asylum in May."),
        ("body", "Nobody answered."),
        ("heading", "Other cases"),
        ("body", "One man was sent back in April."),
        ("body", "3 May | asylum applied"),
        ("furniture", "Most read"),
        ("furniture", "A minister resigned"),
        ("furniture", "© 2024 Harbour Post"),
    ]


def test_json_ld_goes_before_meta() -> None:
    """The day, title and publisher are those of the article's JSON-LD; the address is the canonical one."""
    facts = read_page(PAGE.encode()).facts
    assert facts.values == {
        "title": "Court halts handover",
        "publisher": "Harbour Post",
        "published": "2024-05-03T09:00:00+02:00",
        "url": "https://post.example/halt",
    }
    assert facts.known_from == {"title": "json-ld", "publisher": "json-ld", "published": "json-ld", "url": "page"}


@pytest.mark.parametrize(
    "script",
    [
        "{broken",
        '{"@type": "NewsArticle", "headline": 3, "publisher": []}',
        "[[[[[[[[[[]]]]]]]]]]",
        '"text"',
        "[" * 100_000,
        "null",
    ],
)
def test_broken_json_ld_is_passed_over(script: str) -> None:
    """JSON-LD that is broken, hostile or of another shape says nothing, and the meta elements count."""
    page = f"""<html><head><meta property="og:title" content="A halt">
    <script type="application/ld+json">{script}</script></head><body><p>The court ruled on Tuesday.</p></body></html>"""
    assert read_page(page.encode()).facts.values == {"title": "A halt"}


def test_a_page_without_an_article_keeps_its_paragraphs() -> None:
    """On a page of bare boxes paragraphs are the report's, short lines outside of any are furniture."""
    long = "The regional court in Selmark on Tuesday halted the handover of Pavel Orlin, whom his country wants."
    menu, share = "<div><a>Home</a> <a>World</a></div>", "<div class='share'>Post it</div>"
    page = f"<html><body>{menu}<div>{long}</div>{share}</body></html>"
    assert ("body", long) in passages(page)
    assert ("furniture", "Post it") in passages(page)


def test_a_long_paragraph_in_a_box_with_a_suspicious_name_is_kept() -> None:
    """A report whose box happens to be called "social-content" is no menu: its long paragraphs stay body."""
    long = "The court in Selmark halted the handover of Pavel Orlin on Tuesday. " * 6
    page = f"<html><body><article><div class='social content'><p>{long}</p></div></article></body></html>"
    assert [zone for zone, _ in passages(page)] == ["body"]


def test_hidden_parts_and_scripts_give_no_text() -> None:
    """What a reader of the page does not see is no text: scripts, styles, comments, hidden boxes."""
    page = """<html><body><p>The court ruled on Tuesday.</p><style>p{}</style><!-- x -->
    <div hidden>A secret paragraph.</div>
    <p style="display: none">Another one.</p><noscript>Turn it on.</noscript></body></html>"""
    assert [words for _, words in passages(page)] == ["The court ruled on Tuesday."]


BARE = """<html><head><title>Refugee engineer held at airport - Coastline News</title></head>
<body class="post has-sidebar"><form id="all"><div id="page" class="site no-sidebar menu-open">
<h1><a href="/">Coastline News</a></h1><div><a>Politics</a> <a>Sport</a></div><div><a>Weather today</a></div>
<div><h2>Refugee engineer held at airport</h2><span>By Lena Kor | 12 March 2025</span>
<div class="entry-content"><p>Tomas Veld, an engineer, was stopped at the airport of Karsk on Monday.</p>
<p>"No one told me why," he said.</p><p>Border police did not comment on the case, and a lawyer was not let in until
the evening of the next day.</p><p><em>Read more:</em> <a>Who is Tomas Veld</a></p><p>He applied for asylum.</p></div>
</div><div><h3>Latest</h3><ul><li><a>Mayor opens bridge</a></li><li><a>Storm over the coast brings floods to the
southern villages and roads are closed</a></li></ul></div></div></form></body></html>"""


def test_a_page_that_does_not_say_where_its_report_is() -> None:
    """Boxes around the whole page are no menus whatever their names; loose links are; the title finds the headline."""
    assert passages(BARE) == [
        ("heading", "Coastline News"),
        ("furniture", "Politics Sport"),
        ("furniture", "Weather today"),
        ("headline", "Refugee engineer held at airport"),
        ("byline", "By Lena Kor | 12 March 2025"),
        ("body", "Tomas Veld, an engineer, was stopped at the airport of Karsk on Monday."),
        ("body", '"No one told me why," he said.'),
        (
            "body",
            "Border police did not comment on the case, and a lawyer was not let in until the evening of the next day.",
        ),
        ("furniture", "Read more: Who is Tomas Veld"),
        ("body", "He applied for asylum."),
        ("furniture", "Latest"),
        ("furniture", "Mayor opens bridge"),
        ("furniture", "Storm over the coast brings floods to the southern villages and roads are closed"),
    ]


def test_reports_beside_the_report_are_furniture() -> None:
    """Where a page says which element holds its report, teasers with whole sentences beside it make no claims."""
    own = "<p>The court in Selmark halted the handover of Pavel Orlin on Tuesday, and his lawyer welcomed it.</p>"
    teaser = "<article><h3>Ferry sinks</h3><p>Nine men were arrested.</p></article>"
    page = f"<html><body><article><h1>Court halts handover</h1>{own * 2}</article><div>{teaser * 2}</div></body></html>"
    assert [zone for zone, words in passages(page) if "arrested" in words or words == "Ferry sinks"] == [
        "furniture"
    ] * 4
