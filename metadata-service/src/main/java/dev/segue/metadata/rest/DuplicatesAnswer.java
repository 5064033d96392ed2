package dev.segue.metadata.rest;

import dev.segue.library.TrackId;
import dev.segue.library.match.Rule;
import dev.segue.metadata.Duplicates;
import dev.segue.metadata.Duplicates.Group;
import java.util.List;
import java.util.Optional;

/// One answer for each question, in the same order.
record DuplicatesAnswer(List<Answer> tracks) {

    /// What is known of one.
    ///
    /// @param id          as it was asked
    /// @param duplicateOf the track that stands for the recording; absent if it is the one asked about, or unknown
    /// @param rule        that decided, of `docs/matching.md`
    /// @param reason      the same for people
    /// @param others      all of the group but the one asked about
    record Answer(
            Optional<String> id,
            Optional<TrackId> duplicateOf,
            Optional<Rule> rule,
            Optional<String> reason,
            List<TrackId> others) {

        /// A track of the library by its id; anything else by what is said of it.
        static Answer to(DuplicatesQuestion.Asked asked, Duplicates duplicates) {
            Optional<TrackId> id = asked.id().map(TracksResource::named);
            Optional<Group> group = id.filter(duplicates::knows).isPresent()
                    ? id.flatMap(duplicates::group)
                    : duplicates.group(asked.recording());
            return new Answer(
                    asked.id(),
                    group.map(Group::first)
                            .filter(first -> id.filter(first::equals).isEmpty()),
                    group.map(found -> found.why().rule()),
                    group.map(found -> found.why().reason()),
                    group.map(Group::others).orElse(List.of()));
        }
    }
}
