package dev.segue.processing;

import dev.segue.processing.inbox.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

/// What may be wrong with a file.
enum Damage {
    HALF_OF_IT_IS_MISSING {
        @Override
        Path of(Path whole, Path directory) throws IOException {
            return cut(whole, directory, 0.5);
        }
    },
    ITS_END_IS_MISSING {
        @Override
        Path of(Path whole, Path directory) throws IOException {
            return cut(whole, directory, 0.9);
        }
    },
    ONE_BIT_OF_A_FLAC_CHANGED {
        @Override
        Path of(Path whole, Path directory) throws IOException {
            byte[] bytes = Files.readAllBytes(whole);
            bytes[bytes.length * 2 / 3] ^= 4;
            return Files.write(named(whole, directory), bytes);
        }

        @Override
        TargetFormat kind(TargetFormat usual) {
            return TargetFormat.FLAC;
        }
    },
    A_BLOCK_IS_ZEROS {
        @Override
        Path of(Path whole, Path directory) throws IOException {
            byte[] bytes = Files.readAllBytes(whole);
            Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + Math.min(4096, bytes.length / 4), (byte) 0);
            return Files.write(named(whole, directory), bytes);
        }

        @Override
        TargetFormat kind(TargetFormat usual) {
            return TargetFormat.FLAC;
        }
    },
    SILENCE {
        @Override
        Path of(Path whole, Path directory) throws IOException {
            return Tone.write(fresh(directory, ".wav"), Duration.ofSeconds(5), 0, 44_100, 16);
        }
    },
    ANOTHER_LENGTH {
        @Override
        Path of(Path whole, Path directory) throws IOException {
            return Tone.write(fresh(directory, ".wav"), Duration.ofSeconds(8), 440, 44_100, 16);
        }

        @Override
        boolean isFoundByItsTag() {
            return true;
        }
    },
    TEXT_CALLED_MP3 {
        @Override
        Path of(Path whole, Path directory) throws IOException {
            return Files.writeString(fresh(directory, ".mp3"), "this is no audio\n".repeat(500));
        }
    },
    NOTHING_AT_ALL {
        @Override
        Path of(Path whole, Path directory) throws IOException {
            return Files.createFile(fresh(directory, ".mp3"));
        }
    };

    /// A damaged copy of `whole`, in `directory`.
    abstract Path of(Path whole, Path directory) throws IOException;

    /// The kind of file that can be damaged so.
    TargetFormat kind(TargetFormat usual) {
        return usual;
    }

    /// Whether only a tag shows which track it is.
    boolean isFoundByItsTag() {
        return false;
    }

    private static Path cut(Path whole, Path directory, double share) throws IOException {
        byte[] bytes = Files.readAllBytes(whole);
        return Files.write(named(whole, directory), Arrays.copyOf(bytes, (int) (bytes.length * share)));
    }

    private static Path named(Path whole, Path directory) {
        String name = whole.getFileName().toString();
        return fresh(directory, name.substring(name.lastIndexOf('.')));
    }

    private static Path fresh(Path directory, String extension) {
        return directory.resolve("damaged-" + UUID.randomUUID() + extension);
    }
}
