package dev.segue.processing.tags;

import java.util.ArrayList;
import java.util.List;
import org.jaudiotagger.audio.wav.WavOptions;
import org.jaudiotagger.tag.FieldDataInvalidException;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.TagField;
import org.jaudiotagger.tag.aiff.AiffTag;
import org.jaudiotagger.tag.flac.FlacTag;
import org.jaudiotagger.tag.id3.AbstractID3v2Tag;
import org.jaudiotagger.tag.id3.ID3v24Frame;
import org.jaudiotagger.tag.id3.ID3v24Tag;
import org.jaudiotagger.tag.id3.framebody.FrameBodyTXXX;
import org.jaudiotagger.tag.id3.framebody.FrameBodyWOAS;
import org.jaudiotagger.tag.id3.valuepair.TextEncoding;
import org.jaudiotagger.tag.mp4.Mp4Tag;
import org.jaudiotagger.tag.mp4.field.Mp4TagReverseDnsField;
import org.jaudiotagger.tag.vorbiscomment.VorbisCommentTag;
import org.jaudiotagger.tag.wav.WavInfoTag;
import org.jaudiotagger.tag.wav.WavTag;

/// The kinds of tags that there are, each with its own way to write a list, a link and a field of our own.
sealed interface Form {

    /// The tag that the file gets.
    Tag whole();

    void all(FieldKey key, List<String> values) throws FieldDataInvalidException;

    void link(String url) throws FieldDataInvalidException;

    void own(String name, String value) throws FieldDataInvalidException;

    /// A new one for a file that ends so.
    ///
    /// @param extension with the dot, in lower case
    static Form of(String extension) {
        return switch (extension) {
            case ".flac" -> new Vorbis(new FlacTag(VorbisCommentTag.createNewTag(), new ArrayList<>()));
            case ".m4a" -> new Mp4(new Mp4Tag());
            case ".aiff", ".aif" -> aiff(new ID3v24Tag());
            case ".wav" -> wav(new ID3v24Tag());
            default -> {
                var tag = new ID3v24Tag();
                yield new Id3(tag, tag);
            }
        };
    }

    /// A field for each of several values.
    private static void each(Tag tag, FieldKey key, List<String> values) throws FieldDataInvalidException {
        for (String value : values) {
            tag.addField(key, value);
        }
    }

    private static Form aiff(ID3v24Tag id3) {
        var tag = new AiffTag();
        tag.setID3Tag(id3);
        return new Id3(tag, id3);
    }

    private static Form wav(ID3v24Tag id3) {
        var tag = new WavTag(WavOptions.READ_ID3_ONLY_AND_SYNC);
        tag.setID3Tag(id3);
        tag.setInfoTag(new WavInfoTag());
        return new Id3(tag, id3);
    }

    /// MP3, AIFF, and WAVE in a chunk. ID3v2.4, since only that has dates of any precision, and lists.
    record Id3(Tag whole, AbstractID3v2Tag id3) implements Form {

        @Override
        public void all(FieldKey key, List<String> values) throws FieldDataInvalidException {
            each(id3, key, values);
        }

        @Override
        public void link(String url) throws FieldDataInvalidException {
            var frame = new ID3v24Frame("WOAS");
            frame.setBody(new FrameBodyWOAS(url));
            id3.setField(frame);
            own("URL", url); // many a program reads no WOAS
        }

        @Override
        public void own(String name, String value) throws FieldDataInvalidException {
            var frame = new ID3v24Frame("TXXX");
            frame.setBody(new FrameBodyTXXX(TextEncoding.UTF_8, name, value));
            id3.addField(frame);
        }
    }

    /// FLAC.
    record Vorbis(FlacTag whole) implements Form {

        @Override
        public void all(FieldKey key, List<String> values) throws FieldDataInvalidException {
            each(whole, key, values);
        }

        @Override
        public void link(String url) throws FieldDataInvalidException {
            own("URL", url);
        }

        @Override
        public void own(String name, String value) throws FieldDataInvalidException {
            TagField field = whole.getVorbisCommentTag().createField(name, value);
            whole.addField(field);
        }
    }

    /// M4A. Players show one value of a field only, so lists are joined.
    record Mp4(Mp4Tag whole) implements Form {

        private static final String OURS = "com.apple.iTunes";

        @Override
        public void all(FieldKey key, List<String> values) throws FieldDataInvalidException {
            if (!values.isEmpty()) {
                whole.setField(key, String.join("; ", values));
            }
        }

        @Override
        public void link(String url) throws FieldDataInvalidException {
            own("URL", url);
        }

        @Override
        public void own(String name, String value) throws FieldDataInvalidException {
            whole.addField(new Mp4TagReverseDnsField("----:" + OURS + ':' + name, OURS, name, value));
        }
    }
}
