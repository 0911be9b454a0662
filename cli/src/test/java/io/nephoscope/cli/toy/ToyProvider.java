package io.nephoscope.cli.toy;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Proof;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Scalar;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Gateway;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.security.auth.login.CredentialExpiredException;

/**
 * A cloud of buckets in two regions, and of users. The setting {@code world} says what is there, as {@code north/a=open south/b=shut
 * user/ann}; a bucket that is {@code secret} denies its policy. The setting {@code fail} says what does not work, and {@code members}
 * for which accounts the account stands.
 */
public final class ToyProvider implements Provider {
    private static final List<String> REGIONS = List.of("north", "south");
    private static final Proof EMPTY = Proof.nothing("a toy may be empty");
    private static final Operation LIST_BUCKETS =
            Operation.of("toy", "ListBuckets", "toy:ListBuckets").proven(EMPTY).narrowed(Defaults.NARROW_NOTHING);
    private static final Operation GET_POLICY =
            Operation.of("toy", "GetPolicy", "toy:GetPolicy").proven(EMPTY);
    private static final Operation LIST_USERS =
            Operation.of("toy", "ListUsers", "toy:ListUsers").proven(EMPTY).narrowed(Defaults.NARROW_NOTHING);
    private static final Operation LIST_MEMBERS =
            Operation.of("toy", "ListMembers", "toy:ListMembers").proven(EMPTY);
    private static final Operation LIST_REGIONS =
            Operation.of("toy", "ListRegions", "toy:ListRegions").proven(EMPTY);

    private static final AssetType BUCKET = AssetType.named("toy.bucket", "Toy bucket", Kinds.BUCKET)
            .list(new Listing(
                    Schema.struct("toy.bucket.listing", "Name", Scalar.STRING),
                    List.of(LIST_BUCKETS),
                    (site, each) -> list(site, LIST_BUCKETS, site.scope().region(), each)))
            .detail(new Detail(
                    "Policy",
                    Scalar.STRING,
                    List.of(GET_POLICY.per(Per.ASSET)),
                    (site, bucket) -> site.call(GET_POLICY, () -> policy(site, bucket.text("Name")))))
            .facet("public", ToyProvider::isPublic, "Policy")
            .nativeId("Name")
            .build();

    private static final AssetType USER = AssetType.named("toy.user", "Toy user", Kinds.USER)
            .oncePerAccount()
            .list(new Listing(
                    Schema.struct("toy.user.listing", "Name", Scalar.STRING),
                    List.of(LIST_USERS),
                    (site, each) -> list(site, LIST_USERS, "user", each)))
            .nativeId("Name")
            .build();

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public List<AssetType> types() {
        return List.of(BUCKET, USER);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("account", "the account's id"),
                new Setting("members", "the accounts for which it stands, as docks/ann=1 hills/bob=2; or none"),
                new Setting("world", "what is there"),
                new Setting("fail", "what does not work: members, connect, crash, expired, regions or users"));
    }

    @Override
    public List<CredentialField> credentialFields() {
        return List.of(
                new CredentialField("access-key", "TOY_KEY", "who we are"),
                new CredentialField("secret-key", "TOY_SECRET", "the proof of it"));
    }

    /** Who is refused is told with what it sent. */
    private static void login(Target target) throws TargetException {
        Credentials credentials = target.credentials().read();
        if (credentials
                .get("secret-key")
                .filter(secret -> secret.startsWith("wrong"))
                .isPresent()) {
            throw new TargetException(target.says(credentials
                    .hiding(ToyProvider::failure)
                    .read(new SecurityException("not with "
                            + credentials.require(target, "access-key") + " and "
                            + credentials.require(target, "secret-key")))
                    .message()));
        }
    }

    @Override
    public List<Target> accounts(Target target, Gateway gateway) throws TargetException {
        if (World.of(target).fails("members")) {
            throw new TargetException(
                    Text.quoted(target.label() + ": the members cannot be listed; ask for toy:ListMembers."));
        }
        Optional<String> members = target.setting("members");
        return members.isEmpty()
                ? List.of(target)
                : Stream.of(members.get().split(" "))
                        .filter(it -> !it.equals("none"))
                        .map(it -> member(target, it))
                        .toList();
    }

    private static Target member(Target target, String member) {
        String[] pathAndId = member.split("=", 2);
        List<String> path = List.of(pathAndId[0].split("/"));
        return target.member(
                path.subList(0, path.size() - 1),
                path.get(path.size() - 1),
                Map.of("account", pathAndId[1], "world", pathAndId[1].equals("1") ? "north/a=open" : "user/ann"));
    }

    @Override
    public List<Operation> discovering(Target target) {
        return target.setting("members").isPresent() ? List.of(LIST_MEMBERS) : List.of();
    }

    @Override
    public Connection connect(Target target, Gateway gateway) throws TargetException {
        login(target);
        World world = World.of(target);
        if (world.fails("connect")) {
            throw new TargetException(
                    Text.quoted(target.label() + ": the toy cloud does not know us; check the credentials."));
        }
        if (world.fails("crash")) {
            throw new IllegalStateException("toy crash");
        }
        Scope scope = new Scope(target.branch(), target.setting("account").orElse("1"), Scope.GLOBAL);
        return new ReachedAccounts(target, Site.of(name(), scope, world, ToyProvider::failure, gateway));
    }

    private static Outcome<Integer> list(Site site, Operation operation, String place, Consumer<Doc> each) {
        World world = site.client(World.class);
        return site.call(operation, () -> {
                    if (world.fails("expired")) {
                        throw new CredentialExpiredException("the key ended");
                    }
                    if (world.fails("users") && place.equals("user")) {
                        throw new SecurityException("not you");
                    }
                    return world.in(place);
                })
                .map(names -> {
                    names.forEach(name -> each.accept(Doc.of("Name", name)));
                    return names.size();
                });
    }

    private static String policy(Site site, String bucket) {
        String policy = site.client(World.class).policy(site.scope().region(), bucket);
        if (policy.equals("secret")) {
            throw new SecurityException("not you");
        }
        return policy;
    }

    private static Object isPublic(io.nephoscope.inventory.Facet.Attributes attributes) {
        Object policy = attributes.get("Policy");
        return policy instanceof Unknown ? policy : (Object) policy.equals("open");
    }

    private static Failure failure(Throwable error) {
        Failure.Sort sort = error instanceof CredentialExpiredException
                ? Failure.Sort.SIGNED_OUT
                : error instanceof SecurityException ? Failure.Sort.DENIED : Failure.Sort.PERMANENT;
        return new Failure(sort, "", Text.quoted(String.valueOf(error.getMessage())));
    }

    private record ReachedAccounts(Target target, Site account) implements Connection {
        @Override
        public Outcome<List<String>> regions() throws TargetException {
            for (String region : target.regions()) {
                if (!REGIONS.contains(region)) {
                    throw new TargetException(
                            Text.quoted(target.label() + ": the toy cloud has no region " + region + "."));
                }
            }
            if (account.client(World.class).fails("regions")) {
                return account.call(LIST_REGIONS, () -> {
                    throw new SecurityException("not you");
                });
            }
            return Outcome.value(target.regions().isEmpty() ? REGIONS : target.regions());
        }

        @Override
        public void close() {}
    }

    /** What is there: policies by place and name. */
    private record World(Map<String, String> policies, String fail) {
        static World of(Target target) {
            Map<String, String> policies = new TreeMap<>();
            for (String thing : target.setting("world").orElse("").split(" ")) {
                String[] placeAndPolicy = thing.split("=", 2);
                policies.put(placeAndPolicy[0], placeAndPolicy.length > 1 ? placeAndPolicy[1] : "");
            }
            return new World(policies, target.setting("fail").orElse(""));
        }

        boolean fails(String what) {
            return fail.equals(what);
        }

        List<String> in(String place) {
            return policies.keySet().stream()
                    .filter(thing -> thing.startsWith(place + "/"))
                    .map(thing -> thing.substring(place.length() + 1))
                    .toList();
        }

        String policy(String region, String bucket) {
            return Optional.ofNullable(policies.get(region + "/" + bucket)).orElse("");
        }
    }
}
