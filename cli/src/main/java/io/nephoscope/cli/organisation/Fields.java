package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.Provider;
import io.nephoscope.rules.statement.WaiverReader;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The fields that may stand in an organisation file, with a line of help for each: what is read and what is published agree. */
final class Fields {
    static final String NAME = "name";
    static final String KIND = "kind";
    static final String BRANCHES = "branches";
    static final String ACCOUNTS = "accounts";
    static final String PROVIDER = "provider";
    static final String REGIONS = "regions";
    static final String CREDENTIALS = "credentials";
    static final String SNAPSHOT = "snapshot";
    static final String MLPS_LEVEL = "mlps-level";
    static final String OWNER = "owner";
    static final String WAIVERS = WaiverReader.FIELD;

    static final List<String> KINDS = List.of("group", "branch", "system");
    static final int LOWEST_LEVEL = 1;
    static final int HIGHEST_LEVEL = 5;

    private Fields() {}

    /** What a branch may hold: its own fields, and whatever its accounts take over from it. */
    static SortedMap<String, String> ofBranch(Collection<Provider> providers) {
        SortedMap<String, String> fields = new TreeMap<>();
        providers.forEach(provider -> fields.putAll(inherited(provider)));
        providers.forEach(provider -> fields.put(
                provider.name(), "what only the accounts of " + provider.name() + " take over from this node"));
        fields.put(NAME, "its name, without a slash");
        fields.put(KIND, "what it is: group, branch or system");
        fields.put(MLPS_LEVEL, "level of the multi-level protection scheme, 1 to 5, of this branch and all below");
        fields.put(OWNER, "who answers for this branch and all below");
        fields.put(
                WAIVERS,
                "what this branch accepts for all below: a list of waivers, or the name of a file that holds one");
        fields.put(PROVIDER, "provider of the accounts below that name none");
        fields.put(BRANCHES, "the branches below");
        fields.put(ACCOUNTS, "the accounts of this node");
        return fields;
    }

    /** What an account of a provider may hold. */
    static SortedMap<String, String> ofAccount(Provider provider) {
        SortedMap<String, String> fields = new TreeMap<>(inherited(provider));
        fields.put(NAME, "how messages name it");
        fields.put(PROVIDER, "the provider");
        fields.put(SNAPSHOT, "folder of a snapshot to replay in place of asking the provider");
        return fields;
    }

    /** What the accounts of a provider take over from the branches above. */
    static SortedMap<String, String> inherited(Provider provider) {
        SortedMap<String, String> fields = new TreeMap<>();
        provider.settings().forEach(setting -> fields.put(setting.name(), setting.help()));
        fields.put(REGIONS, "the regions to look at; without it all that the account may use");
        fields.put(CREDENTIALS, "where the credentials are kept: environment, file, command or profile");
        return fields;
    }

    /** The names under which a secret would stand in an organisation file, where none may stand. */
    static Set<String> secret(Collection<Provider> providers) {
        Set<String> names = new TreeSet<>();
        providers.forEach(provider -> provider.credentialFields().forEach(field -> names.add(field.name())));
        providers.forEach(provider -> provider.settings().forEach(setting -> names.remove(setting.name())));
        return names;
    }
}
