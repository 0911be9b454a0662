package io.nephoscope.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads that hand out secrets, or what people keep in their stores: they cannot be declared, since what was never read cannot leak.
 * Some say so by their names, on any cloud; the others each provider lists beside its types.
 *
 * @param calls as {@code service:name}, or as a name alone that means the same in every service of the provider
 */
public record SecretCalls(Set<String> calls) {
    private static final Pattern WORDS =
            Pattern.compile("\\w+?(?:Access(?:Sas|SAS)|AccountS(?:as|AS)|ServiceS(?:as|AS)|AdminKeys"
                    + "|(?:Auth|Authorization|Bearer|Federation|Login|OpenId|Security|Session|Temporary)Tokens?(?:ForDeveloperIdentity)?|CallbackUrl"
                    + "|(?:Admin|Cluster|Publishing|Role|User|Temporary)Credentials?|ClusterCredentialsWithIAM|CredentialsForIdentity"
                    + "|ConnectionStrings?|ConsoleOutput|Console(?:Screenshot|Url)|(?:Download|Embed|Presigned|Signed)Url"
                    + "|FunctionKeys|FunctionSecrets|HostKeys|InstanceAccess(?:Details)?|KeyMaterial|KeyPairValue|Kube[Cc]onfigs?"
                    + "|ParameterHistory|ParametersByPath|MasterUserPassword|PasswordData|Passwords?|PlaintextKey|PrivateKeys?"
                    + "|QueryKeys|RemoteConsole|SampleConfiguration|S(?:as|AS)Tokens?|SecretParameters?|SecretStrings?|SecretValues?"
                    + "|SecretVersion(?:Info)?|SharedAccessKeys|SharedKeys|User[Dd]ata|V(?:nc|NC)Url|WithSecrets)"
                    + "|Get(?:Credentials|Object|Secret)");

    public SecretCalls {
        calls = Set.copyOf(calls);
    }

    /** Those that a provider lists, one a line, with comments behind a hash. */
    public static SecretCalls listed(Class<?> provider, String file) {
        try (InputStream in = provider.getResourceAsStream(file)) {
            return new SecretCalls(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same operation, which is none of these.
     *
     * @throws IllegalArgumentException where it is one
     */
    public Operation without(Operation operation) {
        if (calls.contains(operation.call()) || calls.contains(plain(operation.name()))) {
            throw refused(operation.call());
        }
        return operation;
    }

    static boolean saysSo(String name) {
        return WORDS.matcher(plain(name)).matches();
    }

    static IllegalArgumentException refused(String call) {
        return new IllegalArgumentException(call + " hands out secrets");
    }

    /** The name without its group, and with the first letter as most clouds write it. */
    private static String plain(String name) {
        String alone = name.substring(name.indexOf('_') + 1);
        return alone.isEmpty() ? alone : alone.substring(0, 1).toUpperCase(Locale.ROOT) + alone.substring(1);
    }
}
