"""What belongs to a web site and not to the text of a page, as the classes of its elements tell: banners, menus, share buttons, related posts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forumgraph.converters.readers.archive import Element

_HOLDERS = frozenset("div section ul ol span p aside header table form a h2 h3 h4 h5 h6 dialog".split())
_FURNITURE = re.compile(
    r"(?:site|page|global|main|top|blog)?-?(?:cookies?|gdpr|consent|breadcrumbs?|navbar|nav|navigation|menu|footer|sidebar|newsletter|subscribe|"
    r"subscription|pagination|pager|widgets?|sharedaddy|addtoany|sharethis|addthis|respond|masthead-menu|skip-?link|screen-reader-text|sr-only|"
    r"visually-hidden|partage|author-box|author-bio|advertisement|advert|popup|modal|toolbar|back-to-top)"
    r"(?:[-_](?:notice|banner|bar|eu|area|container|wrapper|wrap|links?|list|items?|box|form|block|content|area|inner|principale?|nav|menu|message|law|"
    r"policy|popup|signup|sign-up|section|text|icons?|buttons?|\d{1,3})){0,3}"
    r"|(?:site-header|header-menu|social|share|sharing|social-media|social-share|share-social)"
    r"(?:[-_](?:media|links?|icons?|buttons?|share|sharing|bar|nav|list|wrapper|container|box|tools?|post|this)){0,3}"
    r"|(?:related|recommended|similar|recent|popular|latest|more|other)[-_](?:posts?|articles?|news|stories|content|reading|links|items|pages|publications)"
    r"(?:[-_](?:list|section|container|wrapper|block)){0,2}|yarpp(?:-related)?|jp-relatedposts"
    r"|comments?(?:[-_](?:area|list|respond|form|section|wrapper|title|link|reply)){1,2}|comments|disqus[-_]thread|no-print|noprint"
    r"|(?:post|entry)-(?:navigation|nav|share|tags|footer)|nav-(?:links?|previous|next)|(?:a-lire|lire)-aussi|articles-similaires",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:wp-)?caption(?:-text)?|(?:image|photo|img|picture|figure|media|field)-(?:caption|credit|credits)|(?:photo|image)_?credits?|photocredit|legende|credits?-photo",
    re.IGNORECASE,
)
_IDS = re.compile(
    r"cookie[\w-]{0,30}|comments|respond|sidebar|footer|site-navigation|jp-relatedposts|secondary|breadcrumbs?|newsletter",
    re.IGNORECASE,
)
_MOST = 3
"""Furniture is less than this share of a page: one part in three."""


def is_furniture(element: Element) -> bool:
    """Tell whether an element is called by what it is to the site, as "cookie-banner" or "related-posts", and is no large part of the page."""
    if element.tag not in _HOLDERS:
        return False
    named = any(_FURNITURE.fullmatch(name) for name in element.get("class", "").split())
    return (named or _IDS.fullmatch(element.get("id", "")) is not None) and _is_small(element)


def is_caption(element: Element) -> bool:
    """Tell whether an element holds what stands below a picture."""
    if element.tag == "figcaption":
        parent = element.getparent()
        return parent is None or parent.find(".//table") is None
    return any(_CAPTION.fullmatch(name) for name in element.get("class", "").split())


def _is_small(element: Element) -> bool:
    body = next(element.getroottree().getroot().iter("body"), None)
    return body is None or _length(element) * _MOST < _length(body)


def _length(element: Element) -> int:
    return sum(len(text.strip()) for text in element.itertext())
