package dev.segue.processing;

/// What kind of audio file is made.
public enum TargetFormat {
    /// MP3, 320 kbit/s. The default
    MP3_320(".mp3", "mp3", false),
    /// AIFF, uncompressed
    AIFF(".aiff", "pcm", true),
    /// WAVE, uncompressed
    WAV(".wav", "pcm", true),
    /// FLAC
    FLAC(".flac", "flac", true),
    /// Apple Lossless in an MP4 file
    ALAC(".m4a", "alac", true),
    /// AAC, 256 kbit/s, in an MP4 file
    M4A(".m4a", "aac", false);

    private final String extension;
    private final String codec;
    private final boolean lossless;

    TargetFormat(String extension, String codec, boolean lossless) {
        this.extension = extension;
        this.codec = codec;
        this.lossless = lossless;
    }

    /// With the dot.
    public String extension() {
        return extension;
    }

    public boolean lossless() {
        return lossless;
    }

    /// Whether a file with this end and codec is one already, so that nothing is gained by converting it.
    ///
    /// @param fileExtension with the dot
    /// @param fileCodec     as ffmpeg calls it, such as `pcm_s16le`
    public boolean is(String fileExtension, String fileCodec) {
        return hasExtension(fileExtension) && fileCodec.startsWith(codec);
    }

    /// Whether files that end so are mostly of this format. Of `.m4a` nobody knows.
    public boolean hasExtension(String fileExtension) {
        return fileExtension.equalsIgnoreCase(extension) || (this == AIFF && fileExtension.equalsIgnoreCase(".aif"));
    }
}
