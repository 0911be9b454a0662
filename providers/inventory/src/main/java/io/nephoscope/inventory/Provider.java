package io.nephoscope.inventory;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Gateway;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A cloud, or another source of assets. Found with {@link java.util.ServiceLoader}; constructing one does nothing. */
public interface Provider extends AutoCloseable {
    /**
     * The version of what providers and this program know of one another. It is raised where a provider that was compiled before can
     * no longer be used.
     */
    int VERSION = 1;

    /**
     * The version by which a provider was compiled: {@code return VERSION;}, which the compiler writes into its class as a number, so
     * that one of another time is known for what it is.
     */
    int version();

    /** As {@code aws}: the first step of its types' names, and of its assets' uids. */
    String name();

    List<AssetType> types();

    /** The settings of a {@link Target} that it understands: name and one line of help, for the organisation file and the options. */
    List<Setting> settings();

    /** The fields of the {@link Credentials} that it understands. */
    default List<CredentialField> credentialFields() {
        return List.of();
    }

    /**
     * The accounts for which a target stands, where one credential reaches many: the subscriptions or member accounts that it sees.
     * Each is a target of its own from then on, with a label, a branch path below the target's, and settings that lead to it.
     *
     * @return at least one: none would be missing without a word
     * @throws TargetException where they cannot be listed
     */
    default List<Target> accounts(Target target, Gateway gateway) throws TargetException {
        return List.of(target);
    }

    /** Whether to read all that an account holds sends nothing: then all of it is read, whatever is asked for. */
    default boolean costsNothing() {
        return false;
    }

    /** Whether what an account holds may belong to branches below that of the account, as the items themselves say. */
    default boolean namesBranches() {
        return false;
    }

    /** The operations that {@link #accounts} sends, at least once each. */
    default List<Operation> discovering(Target target) {
        return List.of();
    }

    /** The operations that {@link #connect} sends, each once. */
    default List<Operation> connecting(Target target) {
        return List.of();
    }

    /** The operations that {@link Connection#regions} sends, each once. */
    default List<Operation> askingRegions() {
        return List.of();
    }

    /**
     * What grants the permissions of some operations and no others, in the cloud's own language and ready to paste; empty for a
     * provider that has nothing to grant.
     *
     * @param target whose settings say whom to grant it
     */
    default Optional<String> policy(Target target, Collection<Operation> operations) {
        return Optional.empty();
    }

    /** Why an operation only reads: for whoever wants to know before granting anything. */
    default Text reading(Operation operation) {
        return Text.of("its name says that it reads", "其名称表明只读");
    }

    /** The texts of the files that describe a provider which is made of files, by name; none for one that is made of Java. */
    default SortedMap<String, String> described() {
        return Collections.emptySortedMap();
    }

    /**
     * Reaches an account.
     *
     * @throws TargetException where the settings, the credentials or the endpoint make that impossible
     */
    Connection connect(Target target, Gateway gateway) throws TargetException;

    /** Loads the classes that its calls need, for the launcher, which keeps them in an archive. Sends nothing over a network. */
    default void warmUp() {}

    /** Lets go of what its connections share. */
    @Override
    default void close() {}

    /**
     * A setting of a target.
     *
     * @param name as in the organisation file, in kebab-case: {@code role-arn}
     * @param help one line
     */
    record Setting(String name, String help, Holds holds) {
        /** What the value of a setting is. */
        public enum Holds {
            TEXT,
            /** What is shown to nobody. */
            SECRET,
            /** The name of a file that is read, against {@link Target#base()}. */
            FILE_TO_READ,
            /** The name of a file that is written, against {@link Target#base()}. */
            FILE_TO_WRITE
        }

        /** One that anyone may see. */
        public Setting(String name, String help) {
            this(name, help, Holds.TEXT);
        }

        public boolean isSecret() {
            return holds == Holds.SECRET;
        }

        /** Whether it names a file. What is written is never what is read. */
        public boolean isFile() {
            return holds == Holds.FILE_TO_READ || holds == Holds.FILE_TO_WRITE;
        }
    }

    /**
     * A field of a target's credentials.
     *
     * @param name in kebab-case: {@code access-key}
     * @param variable the environment variable that holds it where the target names no other place; empty where the provider looks
     *     by itself
     * @param help one line
     */
    record CredentialField(String name, String variable, String help) {}
}
