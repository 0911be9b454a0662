package io.nephoscope.inventory;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of the organisation: whom to ask, where, and with what.
 *
 * @param provider the provider's name
 * @param tenant the path of branches, as {@code Lakeside Group/Harbour}; empty without an organisation file
 * @param label how messages name it
 * @param regions the regions asked for; empty for all that the account may use
 * @param settings the provider's own settings
 * @param base the folder against which relative paths in the settings are read
 */
public record Target(
        String provider, String tenant, String label, List<String> regions, Map<String, String> settings, Path base) {
    public Target {
        regions = List.copyOf(regions);
        settings = Map.copyOf(settings);
    }

    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }
}
