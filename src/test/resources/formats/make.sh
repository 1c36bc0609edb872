#!/bin/sh
# Makes the samples' other forms with the tools that people use: pandoc, LibreOffice and Chromium. Run it in the project's root after
# a sample has changed; the files are committed, so that the tests need none of these tools.
#   apt-get install chromium pandoc libreoffice-writer
set -eu
out=src/test/resources/formats
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# print PAGE NAME: Chromium's "save as PDF"
print() {
  chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --disable-background-networking --user-data-dir="$work/chromium" \
    --print-to-pdf="$out/$2.pdf" "file://$1" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
}

# office FORMAT FILE: LibreOffice's "save as", into $work
office() {
  soffice -env:UserInstallation="file://$work/office" --headless --convert-to "$1" --outdir "$work" "$2" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
}

# plain FORMAT FILE TEXT: text without mark-up; tables with bars, since text cannot hold cells of several lines in any other way
plain() {
  pandoc -f "$1" -t plain-multiline_tables-simple_tables-grid_tables+pipe_tables --wrap=none --columns=400 "$2" -o "$3"
}

page() {
  pandoc -f "$1" -t html5 -s --metadata title=" " --metadata pagetitle="$2" "$3" -o "$4"
}

# Markdown, pandoc's own look; its PDF has a table without lines, the cells in the middle of their rows.
name=linden-labs
cp samples/$name.md $out/
page gfm "Privacy Notice | Linden Labs" samples/$name.md $out/$name.html
print "$PWD/$out/$name.html" $name
pandoc -f gfm samples/$name.md -o $out/$name.docx
plain gfm samples/$name.md $out/$name.txt

# Markdown, a page with lines around the cells of its tables; the Word document is LibreOffice's.
name=orrery-cloud
cp samples/$name.md $out/
page gfm "Orrery Cloud" samples/$name.md "$work/$name.html"
sed 's|</head>|<style>body{font-family:sans-serif;font-size:10pt;max-width:none}table,th,td{border:1px solid #777;border-collapse:collapse;vertical-align:top;padding:2px 5px}</style></head>|' \
  "$work/$name.html" >$out/$name.html
print "$PWD/$out/$name.html" $name
office docx:"MS Word 2007 XML" "$PWD/$out/$name.html"
mv "$work/$name.docx" $out/
plain gfm samples/$name.md $out/$name.txt

# Markdown; the PDF is what LibreOffice makes of the Word document.
name=quillmark-data
cp samples/$name.md $out/
page gfm "Consumer Privacy Notice" samples/$name.md $out/$name.html
pandoc -f gfm samples/$name.md -o $out/$name.docx
office pdf "$PWD/$out/$name.docx"
mv "$work/$name.pdf" $out/
plain gfm samples/$name.md $out/$name.txt

# A web page: the policy in it, its folded parts opened, as people print and paste it. (The .mhtml is Chromium's "save as single file".)
name=pennywhistle-kids
cp samples/$name.html $out/
sed -n '/<article>/,/<\/article>/p' samples/$name.html | sed 's/<details>/<details open>/; s/<summary>/<summary><b>/; s/<\/summary>/<\/b><\/summary>/' >"$work/$name.html"
(printf '<!doctype html><meta charset=utf-8><base href="https://www.pennywhistlekids.example/"><title>Privacy Policy</title>'; cat "$work/$name.html") >"$work/print.html"
print "$work/print.html" $name
pandoc -f html -t gfm "$work/$name.html" -o $out/$name.md
pandoc -f html "$work/$name.html" -o $out/$name.docx
plain html "$work/$name.html" $out/$name.txt

# Plain text, each paragraph a line: LibreOffice takes it as it is.
name=harborview-dental
cp samples/$name.txt $out/
cp samples/$name.txt "$work/"
office docx:"MS Word 2007 XML" "$work/$name.txt"
mv "$work/$name.docx" $out/
office pdf "$PWD/$out/$name.docx"
mv "$work/$name.pdf" $out/
pandoc $out/$name.docx -t html5 -s --metadata title="Privacy Policy" -o $out/$name.html
pandoc $out/$name.docx -t gfm -o $out/$name.md

# Plain text with starred headings, printed in two justified columns of hyphenated lines under a running header.
name=tidewater-news
cp samples/$name.txt $out/
cp samples/$name.txt $out/$name.md
page markdown "Privacy Policy - Tidewater News Group" samples/$name.txt $out/$name.html
sed 's|</head>|<style>body{max-width:none;padding:0;columns:2;text-align:justify;hyphens:auto;font-size:9pt;line-height:1.25}</style></head>|' $out/$name.html >"$work/print.html"
print "$work/print.html" $name
pandoc $out/$name.html -o $out/$name.docx

# Plain text in lines of equal length, its headings lines like others.
name=marigold-outfitters
cp samples/$name.txt $out/
cp samples/$name.txt $out/$name.md
page markdown "Marigold Outfitters" samples/$name.txt $out/$name.html
print "$PWD/$out/$name.html" $name
pandoc -f markdown samples/$name.txt -o $out/$name.docx
