package dev.segue.testkit.eagle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// What an update says of an item: what it does not name stays, and lists are replaced, not merged. Immutable.
record Change(
        Optional<String> name,
        Optional<List<String>> tags,
        Optional<List<String>> folders,
        Optional<String> url,
        Optional<String> annotation,
        Optional<Integer> star,
        Optional<Boolean> isDeleted) {

    /// As V2 reads it.
    static Change newer(JsonNode said) {
        return new Change(
                text(said, "name"),
                list(said, "tags"),
                list(said, "folders"),
                text(said, "url"),
                text(said, "annotation"),
                Optional.ofNullable(said.get("star")).map(JsonNode::asInt),
                Optional.ofNullable(said.get("isDeleted")).map(JsonNode::asBoolean));
    }

    /// As V1 does: name and folders cannot be changed, and are passed over.
    static Change older(JsonNode said) {
        Change all = newer(said);
        return new Change(
                Optional.empty(),
                all.tags(),
                Optional.empty(),
                all.url(),
                all.annotation(),
                all.star(),
                Optional.empty());
    }

    /// To the trash.
    static Change trash() {
        Optional<String> same = Optional.empty();
        return new Change(same, Optional.empty(), Optional.empty(), same, same, Optional.empty(), Optional.of(true));
    }

    Item of(Item item) {
        return new Item(
                item.id(),
                name.orElse(item.name()),
                item.ext(),
                item.size(),
                tags.orElse(item.tags()),
                folders.orElse(item.folders()),
                url.orElse(item.url()),
                annotation.orElse(item.annotation()),
                star.orElse(item.star()),
                isDeleted.orElse(item.isDeleted()),
                item.path(),
                item.visibleAt());
    }

    private static Optional<String> text(JsonNode said, String field) {
        return Optional.ofNullable(said.get(field)).map(JsonNode::asText);
    }

    private static Optional<List<String>> list(JsonNode said, String field) {
        return Optional.ofNullable(said.get(field)).map(Items::texts);
    }
}
