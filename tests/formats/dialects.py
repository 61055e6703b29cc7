"""XLIFF and TMX as the tools of translators write them, in their own words."""

from __future__ import annotations

# OASIS's own, with groups, notes, proposals, several files, and a tool's namespace.
XLIFF_12 = """\
<?xml version='1.0' encoding="utf-8"?>
<!-- exported for review -->
<xliff version="1.2"  xmlns="urn:oasis:names:tc:xliff:document:1.2"
       xmlns:mq='MQXliff'>
  <file original="help.html" source-language="en-US" target-language="ja-JP" datatype="html">
    <header><note>Opens at 7.</note></header>
    <body>
      <group id="g1">
        <trans-unit id="1" approved="yes" mq:status="Confirmed">
          <source xml:space="preserve">Press <g id="7">Save</g> to keep <x id="pic_2"/>.</source>
          <target state='translated'><x id="pic_2"/>を残すには<g id="7">保存</g>を押します。</target>
          <note>Not the one of 1999.</note>
          <alt-trans match-quality="80"><source>Press Stop.</source><target>停止を押す。</target>\
</alt-trans>
        </trans-unit>
        <trans-unit id="2" translate="no"><source>ACME 3000</source><target>ACME 3000</target>\
</trans-unit>
        <trans-unit id="3"><source>The shop is closed today.</source></trans-unit>
        <trans-unit id="4">
          <source>Wash your hands first.</source>
          <target state="needs-translation">Wash your hands first.</target>
        </trans-unit>
        <group translate="no"><trans-unit id="5"><source>v1</source></trans-unit></group>
      </group>
    </body>
  </file>
  <file original="price.html" source-language="en-US" target-language="fr" datatype="html">
    <body><trans-unit id="1"><source>Yes.</source><target>Oui.</target></trans-unit></body>
  </file>
</xliff>
"""

# Trados: segments in both, definitions of tags, a deletion that is tracked.
SDLXLIFF = """\
\ufeff<?xml version="1.0" encoding="utf-8"?><xliff \
xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" \
xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0">\
<file original="a.docx" datatype="x-sdlfilterframework2" source-language="ja-JP" \
target-language="en-GB"><header><tag-defs xmlns="http://sdl.com/FileTypes/SdlXliff/1.0">\
<tag id="15"><bpt name="cf">&lt;cf bold="True"&gt;</bpt></tag></tag-defs></header><body>\
<trans-unit id="t1" translate="no"><source><x id="0"/></source></trans-unit>\
<trans-unit id="t2"><source><g id="15">窓を開けてください。外は涼しいです。</g></source>\
<seg-source><g id="15"><mrk mtype="seg" mid="1">窓を開けてください。</mrk>\
<mrk mtype="seg" mid="2">外は<x id="20" ctype="lb"/>涼しいです。</mrk></g></seg-source>\
<target><g id="15"><mrk mtype="seg" mid="1">Please <mrk mtype="x-sdl-deleted" \
sdl:revid="r1">close</mrk><mrk mtype="x-sdl-added" sdl:revid="r2">open</mrk> the window.</mrk> \
<mrk mtype="seg" mid="2">It is cool outside.</mrk></g></target>\
<sdl:seg-defs><sdl:seg id="1" conf="Translated"/><sdl:seg id="2"/></sdl:seg-defs></trans-unit>\
</body></file></xliff>
"""

XLIFF_2 = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ja"
    xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"
    xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">
  <file id="f1">
    <notes><note>Opens at 7.</note></notes>
    <group id="g1">
      <unit id="u1">
        <mtc:matches><mtc:match ref="#s1"><source>No.</source><target>いや。</target></mtc:match>
        </mtc:matches>
        <originalData><data id="d1">&lt;b&gt;</data><data id="d2">&lt;/b&gt;</data></originalData>
        <segment id="s1" state="translated">
          <source>Bring <pc id="1" dataRefStart="d1" dataRefEnd="d2">two</pc> pens.</source>
          <target>ペンを<pc id="1" dataRefStart="d1" dataRefEnd="d2">二本</pc>持ってきてください。\
</target>
        </segment>
        <ignorable><source> </source></ignorable>
        <segment id="s2">
          <source>Ask <mrk id="m1" type="term">the clerk</mrk><sc id="2"/> now<ec startRef="2"/>\
<ph id="3"/><cp hex="001A"/>.</source>
          <target>今すぐ<sc id="2"/>係員<ec startRef="2"/>に聞いてください<ph id="3"/>。</target>
        </segment>
      </unit>
      <unit id="u2" translate="no"><segment><source>ACME</source></segment></unit>
      <unit id="u3"><segment state="initial"><source>The door is locked.</source><target/>\
</segment></unit>
    </group>
  </file>
</xliff>
"""

# OmegaT's own memory, level 2, and a language that is neither of ours.
TMX = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"\
 creationtoolversion="6.0" segtype="sentence" srclang="EN-US"/>
  <body>
<!-- Default translations -->
    <tu tuid="a">
      <note>Opens at 7.</note>
      <tuv xml:lang="DE"><seg>Drücken Sie den Knopf.</seg></tuv>
      <tuv xml:lang="EN-US">
        <seg>Press <bpt i="0" x="0">&lt;f0&gt;</bpt>the button<ept i="0">&lt;/f0&gt;</ept>\
<ph x="1">&lt;br1/&gt;</ph>.</seg>
      </tuv>
      <tuv xml:lang="JA" changeid="kei" changedate="20240105T093000Z">
        <seg><bpt i="3" x="0">&lt;f0&gt;</bpt>ボタン<ept i="3">&lt;/f0&gt;</ept>を\
<ph x="1">&lt;br1/&gt;</ph><hi type="term">押します</hi>。</seg>
      </tuv>
    </tu>
    <tu><tuv xml:lang="EN-US"><seg>No Japanese.</seg></tuv></tu>
    <tu>
      <tuv xml:lang="ja-JP"><seg>この色は灰色です。</seg></tuv>
      <tuv xml:lang="en-GB"><seg>This colour is grey.</seg></tuv>
      <tuv xml:lang="en-US"><seg>This color is gray.</seg></tuv>
    </tu>
  </body>
</tmx>
"""
