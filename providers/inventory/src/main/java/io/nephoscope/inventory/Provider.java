package io.nephoscope.inventory;

import io.nephoscope.inventory.gateway.Gateway;
import java.util.List;

/** A cloud, or another source of assets. Found with {@link java.util.ServiceLoader}; constructing one does nothing. */
public interface Provider extends AutoCloseable {
    /** As {@code aws}: the first step of its types' names, and of its assets' uids. */
    String name();

    List<AssetType> types();

    /** The settings of a {@link Target} that it understands: name and one line of help, for the organisation file and the options. */
    List<Setting> settings();

    /**
     * Reaches an account.
     *
     * @throws TargetException where the settings, the credentials or the endpoint make that impossible
     */
    Connection connect(Target target, Gateway gateway) throws TargetException;

    /** Lets go of what its connections share. */
    @Override
    default void close() {}

    /**
     * A setting of a target.
     *
     * @param name as in the organisation file, in kebab-case: {@code role-arn}
     * @param help one line
     */
    record Setting(String name, String help) {}
}
