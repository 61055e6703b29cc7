"""English words that end in a full stop of their own, by what the full stop can mean."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A name or an example follows: no sentence ends here.
NEVER_LAST = _words(
    """
    Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Rev Fr Hon Pres Gov Sen Sens Rep Reps Amb Atty
    Gen Col Maj Capt Cpt Cmdr Adm Lt Sgt Cpl Pvt Supt Insp Det Ald Mt Ft
    vs v cf viz P.S N.B e.g i.e eg ie esp approx ca
    """
)

# A number follows, or a sentence: "No. 5", "He said no. She left."
BEFORE_NUMBER = _words(
    """
    No Nos no nos p pp P Pp Vol Vols vol vols Fig Figs fig figs Eq Eqs eq Ch ch Sec Secs sec
    Art art Arts Op op Par par Ver ver Tab Ex Sect Pt Pts pt Ser Tel tel Ext ext Rm
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    """
)

# A sentence may end here, but more of a name may follow just as well.
OFTEN_INSIDE = _words(
    """
    Inc Corp Co Cos Ltd Bros Assn Dept Univ Inst Intl Natl Govt Mfg St Sts Ave Blvd Rd Hwy Ste Bldg
    Jr Sr Esq Ph.D PhD Ed.D B.Sc M.Sc D.Phil al ed eds trans
    Ala Ariz Ark Calif Colo Conn Fla Ga Ill Kan Ky Md Mich Minn Mont Neb Nev Okla Pa Tenn Tex Va Vt
    Wis Wyo
    """
)

# Behind "5 p.m.", a capital letter opens a sentence unless it is one of these.
TIME_GOES_ON = _words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    Eastern Central Mountain Pacific Standard Daylight Greenwich Coordinated
    ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT BST UTC CET CEST JST KST IST HKT SGT AEST
    """
)

# Words that are capital letters' owners only where they open a sentence.
OPENERS = _words(
    """
    A An The This That These Those There Here
    I He She It We You They His Her Its Our Your Their My
    What Who Whom Whose Which When Where Why How
    And But Or Nor So Yet For If Unless Until While Although Though Because Since As Once Whereas
    After Before During In On At By From With Without Within Under Over Among Between Through To
    Of Despite About Against
    However Meanwhile Moreover Furthermore Therefore Thus Then Also Still Instead Nevertheless
    Nonetheless Otherwise Besides Later Earlier Today Yesterday Tomorrow Now Not No Yes Even Only
    Just Perhaps Maybe According All Some Many Most Much Both Each Every Several Few Another Other
    Others Such Is Are Was Were Do Does Did Has Have Had Can Could Will Would Should May Might Must
    Let Please Last Next I'm I've I'll I'd It's That's There's He's She's We're They're You're
    Don't Didn't
    """
)

# Names that have an exclamation mark in them.
EXCLAIMED = _words("Yahoo Jeopardy Yum Joomla Hey Say")

REPORTING = (
    "said|says|asked|asks|added|adds|told|tells|replied|replies|wrote|writes|tweeted|explained|"
    "shouted|cried|exclaimed|yelled|whispered|wondered|demanded|answered|continued|inquired|"
    "murmured|muttered|screamed|joked|insisted|recalled|remarked|called|snapped|sighed|laughed"
)
