package io.nephoscope.cli.matrix;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Types;
import io.nephoscope.rules.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** For each type a rule that its assets have an owner by name. */
final class TagRules {
    private static final String PREFIX = "has-owner-";

    private TagRules() {}

    /** The rule for a type. */
    static String idFor(AssetType type) {
        return PREFIX + type.name().replace('.', '-').replace('_', '-');
    }

    static RuleSet of(Types types) {
        try {
            Path folder = Files.createTempDirectory("tag-rules");
            for (AssetType type : types.all()) {
                Files.writeString(folder.resolve(idFor(type) + ".yaml"), rule(type));
            }
            return RuleSet.load(folder, types);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rule(AssetType type) {
        return """
                id: %s
                applies: %s
                severity: low
                title: {en: It has an owner, zh: 有责任人}
                why: {en: Somebody answers for it., zh: 须有人负责。}
                failed: {en: It has no owner., zh: 没有责任人。}
                pass: has(tags.owner)
                remediation: {any: {console: {en: Tag it., zh: 添加标签。}, cli: tag, terraform: tag}}
                references: [{name: none}]
                examples: [{name: owned, verdict: PASS, attributes: {}, tags: {owner: ann}}]
                """.formatted(idFor(type), type.name());
    }
}
