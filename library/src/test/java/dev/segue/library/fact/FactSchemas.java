package dev.segue.library.fact;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import dev.segue.library.AudioFeatures;
import dev.segue.library.Hint;
import dev.segue.library.Placement;
import dev.segue.library.ReleaseDate;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The form of each fact as JSON Schema (draft 7), made from its record: what has to be there is what is neither
/// optional nor a collection, and what is not named may be there, too.
final class FactSchemas {

    static final String WHERE = "components/schemas";

    private static final String ID = "^(spotify:[0-9A-Za-z]{22}|soundcloud:[0-9]+|local:[0-9a-f]+)$";
    private static final String DURATION = "^PT([0-9]+H)?([0-9]+M)?([0-9]+([.][0-9]+)?S)?$";
    private static final String DATE = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";
    private static final Set<Class<?>> MAY_BE_ABSENT = Set.of(Optional.class, List.class, Set.class, Map.class);

    private final SourceNotes notes = SourceNotes.of(Stream.concat(
                    Arrays.stream(Topic.values()).map(Topic::type),
                    Stream.of(Track.class, Hint.class, Placement.class, AudioFeatures.class, Provenance.class))
            .<Class<?>>map(type -> type)
            .toList());

    /// The schemas of all facts and of what is in them, by name.
    ObjectNode all() {
        SchemaBuilder builder = new SchemaGenerator(config()).buildMultipleSchemaDefinitions();
        Arrays.stream(Topic.values()).forEach(topic -> builder.createSchemaReference(topic.type()));
        return builder.collectDefinitions(WHERE);
    }

    private SchemaGeneratorConfig config() {
        var config = new SchemaGeneratorConfigBuilder(Wire.json(), SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.EXTRA_OPEN_API_FORMAT_VALUES)
                .without(
                        Option.SCHEMA_VERSION_INDICATOR, Option.FLATTENED_OPTIONALS, Option.NULLABLE_FIELDS_BY_DEFAULT);
        config.forFields()
                .withRequiredCheck(
                        field -> !MAY_BE_ABSENT.contains(field.getRawMember().getType()))
                .withTargetTypeOverridesResolver(FactSchemas::whatIsThere)
                .withDescriptionResolver(this::note);
        config.forTypesInGeneral()
                .withCustomDefinitionProvider(FactSchemas::text)
                .withCustomDefinitionProvider(FactSchemas::map)
                .withPropertySorter((_, _) -> 0)
                .withDefinitionNamingStrategy((key, _) -> name(key.getType().getErasedType()))
                .withDescriptionResolver(
                        scope -> notes.of(scope.getType().getErasedType()).orElse(null));
        return config.build();
    }

    /// What is absent is left out rather than null.
    private static @Nullable List<ResolvedType> whatIsThere(FieldScope field) {
        return field.getType().isInstanceOf(Optional.class)
                ? List.of(field.getTypeParameterFor(Optional.class, 0))
                : null;
    }

    private @Nullable String note(FieldScope field) {
        return field.isFakeContainerItemScope()
                ? null
                : notes.of(field.getDeclaringType().getErasedType(), field.getDeclaredName())
                        .orElse(null);
    }

    /// Types that are written as text of a form of its own.
    private static @Nullable CustomDefinition text(ResolvedType type, SchemaGenerationContext context) {
        if (type.isInstanceOf(TrackId.class)) {
            return text(context, ID, "a track as its source names it");
        }
        if (type.isInstanceOf(Duration.class)) {
            return text(context, DURATION, "ISO 8601, such as PT3M40.386S");
        }
        return type.isInstanceOf(ReleaseDate.class)
                ? text(context, DATE, "a day, a month or a year: as precise as its source")
                : null;
    }

    private static CustomDefinition text(SchemaGenerationContext context, String pattern, String description) {
        ObjectNode schema = context.getGeneratorConfig().createObjectNode();
        schema.put("type", "string").put("pattern", pattern).put("description", description);
        return new CustomDefinition(
                schema, CustomDefinition.DefinitionType.STANDARD, CustomDefinition.AttributeInclusion.NO);
    }

    private static @Nullable CustomDefinition map(ResolvedType type, SchemaGenerationContext context) {
        if (!type.isInstanceOf(Map.class)) {
            return null;
        }
        ObjectNode schema = context.getGeneratorConfig().createObjectNode().put("type", "object");
        ResolvedType value = context.getTypeContext().getTypeParameterFor(type, Map.class, 1);
        schema.set("additionalProperties", context.createDefinitionReference(value));
        return new CustomDefinition(schema, true);
    }

    private static String name(Class<?> type) {
        return type.isMemberClass()
                ? type.getEnclosingClass().getSimpleName() + type.getSimpleName()
                : type.getSimpleName();
    }
}
