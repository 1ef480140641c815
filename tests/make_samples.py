"""Make the sample documents in office formats: `python tests/make_samples.py` writes documents/*.docx and documents/*.pdf.

The meetings are invented for forumgraph; the bodies that are named exist.
"""

from __future__ import annotations

from copy import deepcopy

from docx import Document
from docx.oxml.ns import qn
from paths import DOCUMENTS
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import BaseDocTemplate, Frame, ListFlowable, ListItem, PageTemplate, Paragraph, Spacer

SAMPLE = "Sample document written for forumgraph. The meeting is invented; the bodies that are named exist."


def restart(document, paragraphs):
    """Give paragraphs of the style "List Number" a numbering of their own, so that it begins at 1 again."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    old = style.pPr.numPr.numId.val
    abstract = next(num for num in numbering.num_lst if num.numId == old).abstractNumId.val
    new = numbering.add_num(abstract)
    new.add_lvlOverride(0).add_startOverride(1)
    for paragraph in paragraphs:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = new.numId


def numbered(document, items):
    """Add items that Word numbers by itself, from 1."""
    restart(document, [document.add_paragraph(text, style="List Number") for text in items])


def preparatory_meeting_2018(path):
    """A list that Word numbers goes on after a remark; the second one begins again; a deletion is tracked."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "High-level Political Forum 2018"
    document.add_heading("Preparatory meeting of Major Groups and other Stakeholders 2018", 0)
    document.add_paragraph("Sunday, 8 July 2018, 10:00-16:00, Church Center, New York")
    document.add_paragraph("Organised by: UN DESA and HLPF Coordination Mechanism")
    document.add_paragraph("Chair: Ms. Ingrid Solberg, Co-chair, NGO Major Group")
    document.add_heading("Issues raised", 1)
    issues = [
        "Forty-six countries present a VNR, and most stakeholders heard of it from the newspapers",
        "The coordination mechanism has no money for interpretation",
        "Local authorities ask to be heard as governments and not as guests",
        "Passes for side events ran out on the first morning",
        "Shadow reports are still not collected anywhere",
    ]
    first = [document.add_paragraph(text, style="List Number") for text in issues[:3]]
    document.add_paragraph("At this point the Permanent Representative of Jamaica greeted the meeting.")
    second = [document.add_paragraph(text, style="List Number") for text in issues[3:]]
    restart(document, first + second)
    document.add_heading("Recommendations", 1)
    numbered(
        document,
        [
            "UN DESA should list shadow reports next to the VNR of the same country",
            "Governments should invite stakeholders before the first draft of a VNR is written",
            "The ECOSOC President is invited to meet the coordination mechanism four times a year",
        ],
    )
    paragraph = document.add_paragraph(SAMPLE)
    deleted = deepcopy(paragraph.runs[0]._r)
    deleted.find(qn("w:t")).tag = qn("w:delText")
    deleted.find(qn("w:delText")).text = " These words were deleted and must not be published."
    wrapper = paragraph._p.makeelement(qn("w:del"), {qn("w:id"): "1", qn("w:author"): "sample"})
    wrapper.append(deleted)
    paragraph._p.append(wrapper)
    document.save(path)


DAYS_OF_2021 = [
    (
        "Session 1: Voluntary national reviews seen from below",
        "8 July 2021, 9:00-10:30 EDT. Moderated by the NGO Major Group.",
        [
            "Reviews are written in ministries without local data",
            "Shadow reports are not collected, six years after the first review",
        ],
        ["UN DESA should open a shared digital platform where reports and questions can be posted all year"],
    ),
    (
        "Session 2: Young people and decisions that last longer than they do",
        "8 July 2021, 11:00-12:30 EDT. Moderated by the Major Group for Children and Youth.",
        [
            "Young people are invited to speak and not to decide",
            "The digital divide follows the divide in income (SDG 10)",
        ],
        [
            "Governments should reserve a place for young people in national delegations",
            "Schools and libraries must be connected first (SDG 4 and target 9.c)",
        ],
    ),
    (
        "Session 3: Cities, regions and the Goals",
        "9 July 2021, 9:00-10:30 EDT. Moderated by the Local Authorities Major Group.",
        ["Voluntary local reviews have no place on the agenda", "Partnerships end when the project ends"],
        [
            "The UN system should treat voluntary local reviews as part of the voluntary national reviews",
            "Member States must give local governments a permanent seat in follow-up and review",
        ],
    ),
]


def stakeholder_days_2021(path):
    """Three sessions in one report; the date of all of them stands in the title block only."""
    document = Document()
    document.add_heading("Stakeholder days at the HLPF 2021: report", 0)
    document.add_paragraph(
        "Held online on 8 and 9 July 2021. Organised by the HLPF Coordination Mechanism and UN DESA."
    )
    for title, line, issues, recommendations in DAYS_OF_2021:
        document.add_heading(title, 1)
        document.add_paragraph(line)
        document.add_heading("Issues discussed", 2)
        for text in issues:
            document.add_paragraph(text, style="List Bullet")
        document.add_heading("Recommendations", 2)
        for text in recommendations:
            document.add_paragraph(text, style="List Bullet")
    document.add_paragraph(SAMPLE)
    document.save(path)


def pages(path, head, story, columns=1):
    """Write a PDF with a running head and page numbers, in one or two columns."""

    def decorate(canvas, template):
        canvas.saveState()
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, A4[1] - 36, head)
        canvas.drawRightString(A4[0] - 60, 30, f"Page {template.page}")
        canvas.restoreState()

    width = (A4[0] - 120 - 24 * (columns - 1)) / columns
    frames = [Frame(60 + index * (width + 24), 60, width, A4[1] - 120, id=str(index)) for index in range(columns)]
    template = BaseDocTemplate(str(path), pagesize=A4, title="", author="", invariant=1)
    template.addPageTemplates(PageTemplate(frames=frames, onPage=decorate))
    template.build(story)


def bullets(items, kind="bullet", **options):
    """Make a list for a PDF."""
    normal = getSampleStyleSheet()["Normal"]
    return ListFlowable([ListItem(Paragraph(text, normal)) for text in items], bulletType=kind, **options)


def side_event_2019(path):
    """One column, bullets, a heading, a running head on each page."""
    styles = getSampleStyleSheet()
    normal, heading = styles["Normal"], styles["Heading2"]
    filler = (
        "Cities on five continents have begun to write voluntary local reviews. The reviews are written by small teams, often within one budget year, "
        "and they are read by few. The side event brought together those who write them and those who could use them."
    )
    story = [
        Paragraph("Voluntary local reviews: what they tell the HLPF", styles["Title"]),
        Paragraph("Summary of a side event at the High-level Political Forum 2019", normal),
        Paragraph("Thursday, 11 July 2019, 13:15-14:30, Conference Room 6, UN Headquarters, New York", normal),
        Paragraph("Organised by: Global Taskforce of Local and Regional Governments (GTF); UCLG; UN-Habitat", normal),
        Paragraph("Moderator: Mr. Paulo Reis, Secretary General, Network of River Cities", normal),
        Paragraph("Background", heading),
        *[Paragraph(filler, normal) for _ in range(9)],
        Paragraph("Main points", heading),
        bullets(
            [
                "Voluntary local reviews show gaps that national averages hide",
                "Small towns have neither the staff nor the data for a review of their own",
                "Associations of local governments are rarely at the table when national plans for the Goals are written",
                "Residents trust figures that they have helped to collect",
            ],
            start="•",
        ),
        Spacer(1, 300),
        Paragraph("Recommendations", heading),
        bullets(
            [
                "The UN system should treat voluntary local reviews as part of the voluntary national reviews (SDG 11)",
                "National statistical offices must share their data with municipalities (target 17.18)",
                "Donors should fund reviews of small towns and not only of capitals",
            ],
            start="•",
        ),
        Paragraph(SAMPLE, normal),
    ]
    pages(path, "Side events at the HLPF 2019", story)


def preparatory_meeting_2023(path):
    """Two columns, numbered paragraphs, lines that are hyphenated by hand as printers do."""
    styles = getSampleStyleSheet()
    normal, heading = styles["Normal"], styles["Heading2"]
    story = [
        Paragraph("Report of the preparatory meeting of Major Groups and other Stakeholders 2023", styles["Title"]),
        Paragraph("Sunday, 9 July 2023, 9:00-15:00, New York", normal),
        Paragraph("Organised by: HLPF Coordination Mechanism and UN DESA", normal),
        Paragraph("Chair: NGO Major Group", normal),
        Paragraph("Part of the High-level Political Forum 2023", normal),
        Paragraph("Issues discussed", heading),
        bullets(
            [
                "VNR countries invite stakeholders when the text is already printed",
                "The shared digital platform that was asked for in 2017 has not been opened",
                "Civic space is shrinking in many regions, and no session of the forum speaks about it",
                "Persons with disabilities still cannot enter all of the rooms",
                "The regional forums are closer to people than New York and deserve more attention",
            ],
            kind="1",
            bulletFormat="%s.",
        ),
        Paragraph("Recommendations", heading),
        bullets(
            [
                "Governments should invite stakeholders before the first draft of a VNR is written",
                "UN DESA must open a shared digital platform where reports and questions can be posted all year",
                "Missions should name one person to whom stakeholders can turn",
                "Member States are called upon to protect civic space (SDG 16 and target 16.10)",
            ],
            kind="1",
            bulletFormat="%s.",
        ),
        Paragraph(SAMPLE, normal),
    ]
    pages(path, "Major Groups and other Stakeholders", story, columns=2)


if __name__ == "__main__":
    preparatory_meeting_2018(DOCUMENTS / "2018-07-08-mgos-preparatory-meeting.docx")
    stakeholder_days_2021(DOCUMENTS / "2021-07-08-stakeholder-days.docx")
    side_event_2019(DOCUMENTS / "2019-07-11-local-reviews-side-event.pdf")
    preparatory_meeting_2023(DOCUMENTS / "2023-07-09-mgos-preparatory-meeting.pdf")
