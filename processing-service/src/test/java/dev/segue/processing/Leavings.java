package dev.segue.processing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/// What real MP3 files have that is no audio, and no damage.
enum Leavings {
    ID3V1 {
        @Override
        byte[] in(byte[] mp3) {
            return joined(mp3, id3v1());
        }
    },
    GARBAGE_AND_ID3V1 {
        @Override
        byte[] in(byte[] mp3) {
            byte[] garbage = new byte[700];
            new Random(1).nextBytes(garbage);
            return joined(mp3, garbage, id3v1());
        }
    },
    LYRICS3 {
        @Override
        byte[] in(byte[] mp3) {
            return joined(mp3, "LYRICSBEGININD00002000000LYRICS200".getBytes(ISO_8859_1), id3v1());
        }
    },
    ZEROS {
        @Override
        byte[] in(byte[] mp3) {
            return joined(mp3, new byte[4096]);
        }
    },
    A_LINE_OF_TEXT {
        @Override
        byte[] in(byte[] mp3) {
            return joined(mp3, "\r\n<html>brought to you by example.org</html>".getBytes(ISO_8859_1));
        }
    },
    A_FRAME_TOO_MANY_IN_THE_HEADER {
        @Override
        byte[] in(byte[] mp3) {
            byte[] other = mp3.clone();
            ByteBuffer bytes = ByteBuffer.wrap(other);
            int frames = header(mp3) + 8;
            bytes.putInt(frames, bytes.getInt(frames) + 1);
            return other;
        }
    };

    abstract byte[] in(byte[] mp3);

    private static byte[] id3v1() {
        return Arrays.copyOf("TAGNight Bus".getBytes(ISO_8859_1), 128);
    }

    /// Where the header that counts the frames is: it is called `Xing`, or `Info` where the bit rate is constant.
    private static int header(byte[] mp3) {
        String text = new String(mp3, ISO_8859_1);
        return Math.max(text.indexOf("Info"), text.indexOf("Xing"));
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
