package io.nephoscope.aws.sdk;

import io.nephoscope.aws.sdk.SdkCall.Asked;
import io.nephoscope.aws.sdk.SdkCall.Once;
import io.nephoscope.aws.sdk.SdkCall.Settings;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Lazy;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.types.Call;
import io.nephoscope.types.Declaration;
import io.nephoscope.types.Dialect;
import io.nephoscope.yaml.YamlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How files say what is asked of AWS. Requests, answers, lists and pages are those of the SDK's own models, found by the operation's
 * name; a file says what these do not: what an answer always holds, which errors mean that there is none, what a listing would hide.
 */
public final class AwsDialect implements Dialect {
    private static final String LIST = "list";
    private static final String JAVA = "java";
    private static final String NAMES = "names";
    private static final String BORN = "born";

    private final Map<String, AwsService<?>> services;
    private final Map<String, UnaryOperator<Listing>> listings;
    private final Map<String, Hook> hooks;
    private final Regions regions;

    /**
     * @param services that may be called
     * @param listings what files may say that Java does to a listing beside, by name
     * @param hooks the details that are in Java, by name
     */
    public AwsDialect(
            List<AwsService<?>> services,
            Map<String, UnaryOperator<Listing>> listings,
            Map<String, Hook> hooks,
            Regions regions) {
        this.services =
                services.stream().collect(Collectors.toMap(AwsService::name, it -> it, (a, b) -> a, TreeMap::new));
        this.listings = listings;
        this.hooks = hooks;
        this.regions = regions;
    }

    @Override
    public Set<String> callWords() {
        return CallWords.ALL;
    }

    @Override
    public Map<String, Hook> hooks() {
        return hooks;
    }

    @Override
    public Optional<Regions> regions() {
        return Optional.of(regions);
    }

    @Override
    public TagNames tagNames() {
        return new TagNames("Key", "Value");
    }

    @Override
    public Call call(YamlNode use, Optional<Schema> schema, Declaration of) {
        return sdkCall(use, schema, of);
    }

    private SdkCall<?> sdkCall(YamlNode use, Optional<Schema> schema, Declaration of) {
        YamlNode call = use.field(CallWords.CALL);
        String[] name = call.filled().split(":", -1);
        AwsService<?> service = services.get(name[0]);
        if (name.length != 2 || service == null) {
            throw call.error(Text.of(
                    "{0} is no call of a service that is known here{1}; write it as ec2:DescribeVolumes.",
                    "{0} 不是已知服务的调用{1}；请写作 ec2:DescribeVolumes。",
                    call.filled(),
                    Suggestion.didYouMean(name[0], services.keySet())));
        }
        return sdkCall(service, name[1], use, schema, of);
    }

    private static <C> SdkCall<C> sdkCall(
            AwsService<C> service, String name, YamlNode use, Optional<Schema> schema, Declaration of) {
        Lazy<SdkOperation> sdk = new Lazy<>(() -> operation(service, name, use));
        String path =
                use.path().equals(LIST) ? "" : use.path().substring(use.path().indexOf('.'));
        Asked asked = asked(use, schema.isPresent());
        SdkCall<C> call = new SdkCall<>(
                service,
                declared(service, name, use),
                sdk,
                asked,
                new Lazy<>(() -> paging(use, sdk.get())),
                schema(of.name() + path, sdk, asked, CallWords.texts(use, CallWords.WITHOUT)),
                false);
        if (!of.isChecked()) {
            new CallCheck(use, call).run();
        }
        return call;
    }

    private static SdkOperation operation(AwsService<?> service, String name, YamlNode use) {
        try {
            return new SdkOperation(service, name);
        } catch (ClassNotFoundException e) {
            throw use.field(CallWords.CALL)
                    .error(Text.of(
                            "{0} has no operation {1}; check its name.", "{0} 没有操作 {1}；请检查名称。", service.name(), name));
        }
    }

    private static Operation declared(AwsService<?> service, String name, YamlNode use) {
        String permission = use.optional(CallWords.PERMISSION)
                .map(YamlNode::filled)
                .map(it -> it.equals(CallWords.NONE) ? "" : it)
                .orElse(service.name() + ":" + name);
        try {
            Operation operation = AwsReads.declare(service.name(), name, permission)
                    .absentOn(array(use, CallWords.ABSENT))
                    .unsupportedOn(array(use, CallWords.UNSUPPORTED))
                    .proven(CallWords.proof(use));
            return use.path().equals(LIST) || use.optional(CallWords.NARROWS).isPresent()
                    ? operation.narrowed(CallWords.narrows(use))
                    : operation;
        } catch (IllegalArgumentException e) {
            throw use.field(CallWords.CALL)
                    .error(Text.of(
                            "{0}:{1} cannot be declared, since it does not read, or hands out secrets.",
                            "{0}:{1} 不能声明，因为它不是只读调用，或会给出机密。", service.name(), name));
        }
    }

    private static String[] array(YamlNode use, String word) {
        return CallWords.texts(use, word).toArray(String[]::new);
    }

    private static Asked asked(YamlNode use, boolean hasSchema) {
        boolean mayBeLeftOut = use.optional(CallWords.NOTHING).isPresent();
        Optional<String> part = use.optional("part").map(YamlNode::filled);
        Set<String> never = new HashSet<>();
        CallWords.texts(use, "policy").forEach(path -> never.add(path.substring(path.lastIndexOf('.') + 1)));
        return new Asked(
                CallWords.with(use),
                use.optional(CallWords.ITEMS).map(it -> Items.read(it, mayBeLeftOut)),
                CallWords.named(use, CallWords.ECHO),
                CallWords.texts(use, CallWords.PERCENT),
                part.filter(it -> hasSchema).map(it -> new Settings(it, never)),
                use.optional(CallWords.ONCE).map(AwsDialect::once).orElse(Once.NO));
    }

    private static Once once(YamlNode node) {
        return Stream.of(Once.ASSET, Once.REGION, Once.ACCOUNT)
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(node.filled()))
                .findFirst()
                .orElseThrow(() -> node.error(
                        Text.of("here can stand asset, region or account.", "此处可写 asset、region 或 account。")));
    }

    /** What the file says, else what the SDK's model has at the end of a token's name. */
    private static Optional<Paging> paging(YamlNode use, SdkOperation sdk) {
        Optional<YamlNode> word = use.optional(CallWords.PAGING);
        if (word.isPresent()) {
            if (word.get().optional(CallWords.NONE).isPresent()) {
                word.get().fields(Set.of(CallWords.NONE));
                word.get().field(CallWords.NONE).filled();
                // What comes all the same says that there is more.
                return Paging.tokens(sdk.response()).stream().findFirst().map(token -> new Paging("", token));
            }
            word.get().fields(Set.of("token", "next"));
            return Optional.of(new Paging(
                    word.get().field("token").filled(), word.get().field("next").filled()));
        }
        return Paging.of(sdk.request(), sdk.response());
    }

    private static Schema schema(String name, Lazy<SdkOperation> sdk, Asked asked, List<String> without) {
        return asked.items()
                .map(it -> it.schema(name, () -> sdk.get().response()))
                .orElseGet(() -> SdkDocs.schema(name, () -> sdk.get().response()))
                .without(without.toArray(String[]::new));
    }

    /** A listing to which Java adds what AWS leaves out of it: {@code java: located} beside the words of its call. */
    @Override
    public Optional<Listing> listing(YamlNode list, Optional<Schema> schema, Declaration of) {
        return list.optional(JAVA).map(name -> {
            Set<String> words = new HashSet<>(CallWords.ALL);
            words.add(JAVA);
            list.fields(words);
            SdkCall<?> call = sdkCall(list, schema, of);
            UnaryOperator<Listing> more = listings.get(name.filled());
            if (more == null || !(call.schema() instanceof Struct items)) {
                throw name.error(Text.of(
                        "there is no listing in Java of the name {0}{1}.",
                        "没有名为 {0} 的 Java 列表{1}。",
                        name.filled(),
                        Suggestion.didYouMean(name.filled(), listings.keySet())));
            }
            return more.apply(new Listing(
                    items,
                    List.of(call.operation()),
                    (site, each) -> call.listing().items(site, Map.of(), each)));
        });
    }

    /** A detail that says whether a list names the asset: {@code names: SnapshotId}, {@code born: StartTime}. */
    @Override
    public Optional<Detail> detail(String attribute, YamlNode how, Declaration of, Struct listed) {
        return how.optional(NAMES).map(id -> {
            Set<String> words = new HashSet<>(CallWords.ALL);
            words.addAll(Set.of(NAMES, BORN));
            how.fields(words);
            String born = how.field(BORN).filled();
            SdkCall<?> call = sdkCall(how, Optional.empty(), of);
            if (!call.isList()) {
                throw how.error(Text.of("a list that names assets says where its items are.", "命名资产的列表须指明列表项的位置。"));
            }
            return new NamingList(call, id.filled(), born).as(attribute);
        });
    }
}
