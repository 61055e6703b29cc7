"""Where English sentences end; a bar stands where one does."""

from __future__ import annotations

import pytest
from marked_sentences import expected_of, split

from alignqa.text import Lang

PLAIN = [
    "The ferry left at dawn.| Nobody waved.",
    "Who moved the ladder?| It was here yesterday.",
    "Stop!| The bridge is out.",
    "You sold it?!| I wanted to keep it.",
    "One sentence without an end mark",
    "It rained.|  The roof held.",
    "It rained.|\tThe roof held.",
    "The roof held.| 40 people slept there.",
    "The roof held.| iPhones were charging in a corner.",
    "She baked bread.| Élan was not in it.",
]
ABBREVIATIONS = [
    "Mr. Harlow met Mrs. Dean and Dr. Osei in the garden.| They had tea.",
    "Ask Prof. Lindqvist, Gen. Abara or Sen. Whitlock.| They know.",
    "J. K. Brandt wrote it.| H. Moore drew the maps.",
    "J.K. Brandt wrote it.| It sold well.",
    "The U.S. State Department answered.| It was brief.",
    "He has lived in the U.S. since May.",
    "She returned to the U.S.| The minister did not.",
    "The U.N. Security Council met in closed session.| Nothing came of it.",
    "They left the E.U.| However, the rules stayed.",
    "Bring tools, e.g. Phillips screwdrivers, i.e. the ones with a cross.| Thanks.",
    "See No. 5 and Nos. 7 and 8 on the list.| They differ.",
    "Was it ready?| No.| It was not.",
    "See Fig. 3 and Vol. 12, pp. 40 and 41.| The rest is in Sec. 2.",
    "Brightwell Inc. Chairman Ola Berg resigned.| Shares fell.",
    "He works for Brightwell Inc.| The pay is good.",
    "Harper & Co. Ltd. was founded in 1920.| It closed in 1986.",
    "On Jan. 5 the river froze.| On Feb. 2 it thawed.",
    "The talks begin on Mon. Jan. 5 in Oslo.",
    "The shop opens at 9 a.m. Monday to Friday.| It is shut on Sunday.",
    "The train left at 5 p.m.| Passengers cheered.",
    "The call is at 10 a.m. EST on Tuesday.",
    "It was Brown v. Hargreaves, not Lee vs. Hargreaves.| The court said so.",
    "She holds a Ph.D. in botany.| Her brother holds a Ph.D.| He teaches.",
    "They live on Elm St. near the church.| St. Brigid's is next door.",
    "Martin Cole Jr.| Was he there?",
    "We sell pens, paper, etc.| Orders ship daily.",
    "Oduya et al. found the same.| So did we.",
    "Take vitamin C.| It helps.",
    "He is taller than I.| The others are not.",
    "P.S. I forgot the key.| Could you bring it?",
]
DOTS = [
    "Pi is about 3.14.| It never ends.",
    "Install v1.2.3 first.| Then restart.",
    "A gain of .5 points is small.| It still counts.",
    "Go to example.com or read README.md.| Both help.",
    "See https://example.com/a.b?c=d.e for more.| Write to desk@example.com.",
    "Well... maybe.| He trailed off...| Then he left.",
    "I thought . . . never mind.| Go on.",
    "He paused… and went on.| Then he stopped…| Nobody spoke.",
    "1. Open the lid.| 2. Press the button.",
    "The ceasefire held.[3]| Aid arrived.[12]",
    "**Save your work.** |Then close the window.",
]
MARKED_NAMES = [
    "She joined Yahoo! Japan in 2003.| She left in 2010.",
    "The Jeopardy! champion returned.| Everyone clapped.",
    "Do you use Yahoo! for mail?| I do not.",
]
QUOTATIONS = [
    "“He left. I stayed,” she said.| Nobody asked why.",
    "“He left.| I stayed.”| Then the lights went out.",
    "She said, “He left.| I stayed.”| Then the lights went out.",
    '"He left. I stayed," she said.',
    '"It is over," he said.| "We can go home."',
    "“Are you all right?” she asked.| “I am.”",
    "“Are you all right?” Captain Reyes asked.| Nobody answered.",
    "“Are you all right?”| He looked away.",
    "He read the sign “Keep out! Danger!” twice.",
    "‘It's late. We must go,’ he said.| They went.",
    "She called it “the end of the road.”| He disagreed.",
    "The boys' coats were wet.| The girls' were dry.| 'Tis the season.",
    "“We waited all night.| Nobody came.",
    "It was the '90s.| Rock 'n' roll was big.| The dogs' owner said, 'Sit. Stay,' and left.",
    "'I can't stay. It's late', he said.| He went.",
    "“Why?” I asked.| “It's late.”",
    'He bought a 15" screen.| It was large.| "Too large," she said.',
    'He called it "a farce." |She laughed.',
]
BRACKETS = [
    "The plan (see p. 4) failed.| It was late.",
    "The plan failed (it was late. Nobody cared) and they went home.",
    "The plan failed.| (It was late.| Nobody cared.)| They went home.",
    "The plan failed (again!).| Nobody cared.",
    "The plan [sic.] failed.| Nobody cared.",
]
LINES = [
    "Results of the trial\n|The drug worked.",
    "Shopping list\n|- Eggs\n|- Milk\n|- Bread",
    "Steps:\n|1. Open the lid\n|2. Press the button",
    "• Eggs\n|• Milk",
    "apples\n|pears\n|plums",
    "A first paragraph\n\n|and a second one",
    "The committee that was set up last winter to look into the\n"
    "collapse of the bridge will publish its first report in the\n"
    "spring.| Its chair, Ms. Oduya, declined to comment when our\n"
    "Leeds office called.",
    "We were told to wait\nbefore the doors were opened.",
    "We met the\nPresident of the club.",
    "# Heading\n|and text",
    "First line.\r\n|Second line.",
]
TAGS = [
    'It is <dfn title="It stays. It does not move.">fixed</dfn> to the wall.| Pull it.',
    "Press <b>Stop</b>.| Then wait.",
]
MIXED = [
    "The sign said 「止まれ。危ない。」 and we stopped.| Then we went on.",
    "これは本です。|それはペンです。",
    "木漏れ日 is a Japanese word.| 森 means forest.",
]


@pytest.mark.parametrize(
    "case",
    [
        *PLAIN,
        *ABBREVIATIONS,
        *DOTS,
        *MARKED_NAMES,
        *QUOTATIONS,
        *BRACKETS,
        *LINES,
        *TAGS,
        *MIXED,
    ],
)
def test_sentences(case: str) -> None:
    text, expected = expected_of(case)
    assert split(text, Lang.ENGLISH) == expected
