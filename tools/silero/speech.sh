#!/bin/sh
# Makes the speech for the tests of the speech detector: two synthetic voices with pauses, 16 kHz.
# Needs espeak-ng, sox and flac.   usage: tools/silero/speech.sh OUT.flac
set -eu
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
espeak-ng -v en-us+m3 -s 150 -w "$folder/1.wav" "Good morning. My last invoice is twice as high as it used to be."
espeak-ng -v en-gb+f2 -s 165 -w "$folder/2.wav" "I am sorry to hear that. Let me look at your account, please."
for i in 1 2; do
  sox -D "$folder/$i.wav" -r 16000 -b 16 "$folder/${i}p.wav" gain -n -12 pad 1.5 0.5
done
sox -D "$folder/1p.wav" "$folder/2p.wav" "$folder/all.wav"
flac --silent --best --force --output-name="$1" "$folder/all.wav"
