package io.nephoscope.aws;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.types.TypeFiles;
import java.util.List;

/** The types of AWS as their files declare them. */
final class Declared {
    static final List<AssetType> ALL = TypeFiles.of(new AwsTypes());

    private Declared() {}

    static AssetType type(String name) {
        return ALL.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }
}
