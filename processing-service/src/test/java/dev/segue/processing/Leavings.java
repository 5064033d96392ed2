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
    A_COMMENT_THAT_CANNOT_BE_READ {
        @Override
        byte[] in(byte[] mp3) {
            byte[] other = mp3.clone();
            Arrays.fill(other, header(mp3), header(mp3) + 4, (byte) 0); // nothing says how long it is
            return joined(id3("COMM", "\1engno byte order".getBytes(ISO_8859_1)), other);
        }
    },
    A_COVER_THAT_IS_NO_PICTURE {
        @Override
        byte[] in(byte[] mp3) {
            byte[] other = mp3.clone();
            Arrays.fill(other, header(mp3), header(mp3) + 4, (byte) 0);
            return joined(id3("APIC", ("\0image/jpeg\0\3\0" + "no picture".repeat(40)).getBytes(ISO_8859_1)), other);
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

    /// A tag of version 2.3 with one frame, before the file's own.
    private static byte[] id3(String frame, byte[] content) {
        int size = 10 + content.length;
        ByteBuffer tag = ByteBuffer.allocate(10 + size);
        tag.put("ID3\3\0\0".getBytes(ISO_8859_1)).put(new byte[] {0, 0, (byte) (size >> 7), (byte) (size & 0x7f)});
        return tag.put(frame.getBytes(ISO_8859_1))
                .putInt(content.length)
                .putShort((short) 0)
                .put(content)
                .array();
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
