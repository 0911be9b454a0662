package io.nephoscope.aws.sdk;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;

/** Holds what a file says of a call against the SDK's model and AWS's list of what reads: when the build compiles it, and in tests. */
final class CallCheck {
    private final YamlNode use;
    private final SdkCall<?> call;
    private final SdkPojo request;
    private final SdkPojo response;

    /** @throws io.nephoscope.yaml.YamlException where there is no such operation */
    CallCheck(YamlNode use, SdkCall<?> call) {
        this.use = use;
        this.call = call;
        this.request = call.sdk().get().request();
        this.response = call.sdk().get().response();
    }

    /** @throws io.nephoscope.yaml.YamlException at the first thing that AWS does not have, or that does not read */
    void run() {
        onlyReads();
        for (String word : List.of(CallWords.WITH, "by", "over", CallWords.ECHO)) {
            use.optional(word)
                    .ifPresent(it -> it.fields().forEach((member, value) -> {
                        boolean isRegion = word.equals("over") && value.filled().equals("regions");
                        if (!isRegion) {
                            ModelPath.require(value, request, member);
                        }
                    }));
        }
        use.optional("batch")
                .flatMap(it -> it.optional("param"))
                .ifPresent(it -> ModelPath.require(it, request, it.filled()));
        paths();
        paging();
    }

    /** The caller may ask who he is without any permission. */
    private void onlyReads() {
        String permission = call.operation().permission();
        boolean asksWhoItIs = permission.isEmpty() && call.operation().call().equals("sts:GetCallerIdentity");
        if (!asksWhoItIs && !ReadOnly.packaged().has(permission)) {
            YamlNode at = use.optional(CallWords.PERMISSION).orElseGet(() -> use.field(CallWords.CALL));
            throw at.error(Text.of(
                    "AWS's list of permissions that read (SecurityAudit) does not have {0}.",
                    "AWS 的只读权限清单（SecurityAudit）中没有 {0}。", permission.isEmpty() ? CallWords.NONE : permission));
        }
    }

    private void paths() {
        String items = call.asked().items().map(it -> it.path() + ".").orElse("");
        use.optional(CallWords.ITEMS)
                .ifPresent(it -> items(it, call.asked().items().orElseThrow()));
        use.optional(CallWords.HOLDING).ifPresent(it -> holding(it, items));
        use.optional(CallWords.ECHO)
                .ifPresent(it -> it.fields().values().forEach(member -> requireInAnswer(member, member.filled())));
        use.optional(CallWords.PERCENT)
                .ifPresent(it -> CallWords.several(it).forEach(path -> requireInAnswer(path, items + path.filled())));
    }

    /** What is sent of each item may be said where only a part of the list is taken. */
    private void holding(YamlNode holding, String items) {
        if (holding.isMap()) {
            holding.fields().forEach((list, ofItem) -> {
                requireInAnswer(holding.key(list), list);
                CallWords.several(ofItem)
                        .forEach(path -> requireInAnswer(path, (items.isEmpty() ? list + "." : items) + path.filled()));
            });
        } else {
            CallWords.several(holding).forEach(member -> requireInAnswer(member, member.filled()));
        }
    }

    private void items(YamlNode node, Items items) {
        requireInAnswer(node.isMap() ? node.fields().values().iterator().next() : node, items.path());
    }

    /** @param path several ways, of which an answer holds one */
    private void requireInAnswer(YamlNode said, String path) {
        Stream.of(path.split("\\|")).forEach(way -> ModelPath.require(said, response, way));
    }

    /** Where a call can have a further page and nobody knows how to ask for it, what it brings may be a part. */
    private void paging() {
        Optional<Paging> paging = call.paging().get();
        boolean isDeclared = use.optional(CallWords.PAGING).isPresent();
        boolean isPaged =
                !Paging.tokens(request).isEmpty() || !Paging.tokens(response).isEmpty();
        if (isPaged && !isDeclared && (paging.isEmpty() || !call.isList())) {
            throw use.error(Text.of(
                    "{0} has pages; say where its items are, or how they follow one another, as"
                            + " \"paging: {token: Marker, next: NextMarker}\", or \"paging: {none: why}\".",
                    "{0} 会分页；请指明列表项的位置，或分页方式，如"
                            + " \"paging: {token: Marker, next: NextMarker}\"，或 \"paging: {none: 原因}\"。",
                    call.operation().call()));
        }
        paging.filter(it -> isDeclared).ifPresent(it -> {
            if (!it.token().isEmpty()) {
                ModelPath.require(use.field(CallWords.PAGING), request, it.token());
            }
            if (ModelPath.require(use.field(CallWords.PAGING), response, it.next())
                            .marshallingType()
                    != MarshallingType.STRING) {
                throw use.field(CallWords.PAGING).error(Text.of("{0} is no text.", "{0} 不是文本。", it.next()));
            }
        });
    }
}
