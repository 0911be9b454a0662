package io.nephoscope.aws.sdk;

import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Whether what a file names is there in the SDK's model. */
final class ModelPath {
    private ModelPath() {}

    /**
     * What a path of names leads to, through the items of lists as well.
     *
     * @throws io.nephoscope.yaml.YamlException where the model has no such member
     */
    static SdkField<?> require(YamlNode source, SdkPojo model, String path) {
        Optional<SdkField<?>> at = Optional.empty();
        Optional<SdkPojo> object = Optional.of(model);
        for (String step : path.replace("[]", "").replaceAll("\\[\\d+]", "").split("\\.", -1)) {
            if (object.isEmpty() && at.isPresent() && at.get().marshallingType() == MarshallingType.MAP) {
                return at.get().getTrait(MapTrait.class).valueFieldInfo();
            }
            SdkPojo holder = object.orElseThrow(() -> none(source, path, step, List.of()));
            SdkField<?> field = member(source, path, holder, step);
            at = Optional.of(field);
            object = object(field);
        }
        return at.orElseThrow();
    }

    private static SdkField<?> member(YamlNode source, String path, SdkPojo holder, String name) {
        return holder.sdkFields().stream()
                .filter(field -> field.memberName().equals(name))
                .findFirst()
                .orElseThrow(() -> none(
                        source,
                        path,
                        name,
                        holder.sdkFields().stream().map(SdkField::memberName).toList()));
    }

    private static RuntimeException none(YamlNode source, String path, String name, List<String> known) {
        return source.error(Text.of(
                "AWS has no {0} in {1}{2}.", "AWS 的 {1} 中没有 {0}{2}。", name, path, Suggestion.didYouMean(name, known)));
    }

    /** The object that a member is, or that its items are. */
    private static Optional<SdkPojo> object(SdkField<?> field) {
        SdkField<?> at = field;
        while (at.marshallingType() == MarshallingType.LIST) {
            at = at.getTrait(ListTrait.class).memberFieldInfo();
        }
        return at.marshallingType() == MarshallingType.SDK_POJO
                ? Optional.of(at.constructor().get())
                : Optional.empty();
    }
}
