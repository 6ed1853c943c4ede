package org.cunjian.site;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How to read the components of a kind of record: found out once, then a call without reflection. Thread-safe. */
final class RecordFields {
    private static final Map<Class<?>, RecordFields> KNOWN = new ConcurrentHashMap<>();

    private final MethodHandle[] accessors;
    private final Map<String, MethodHandle> byName = new HashMap<>();

    private RecordFields(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        accessors = new MethodHandle[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                accessors[i] = MethodHandles.lookup()
                        .unreflect(components[i].getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
                byName.put(nameInTemplates(components[i]), accessors[i]);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(type.getName() + " is not a record of this package", e);
        }
    }

    /** A claim such as {@code isCandidate} is {@code candidate} in a template. */
    private static String nameInTemplates(RecordComponent component) {
        String name = component.getName();
        boolean isClaim = component.getType() == boolean.class && name.startsWith("is");
        return isClaim ? Character.toLowerCase(name.charAt(2)) + name.substring(3) : name;
    }

    static RecordFields of(Record record) {
        RecordFields known = KNOWN.get(record.getClass());
        return known != null ? known : KNOWN.computeIfAbsent(record.getClass(), RecordFields::new);
    }

    int count() {
        return accessors.length;
    }

    @Nullable
    Object value(Record record, int index) {
        return read(accessors[index], record);
    }

    /** The component that templates call {@code name}; null where there is none. */
    @Nullable
    Object value(Record record, String name) {
        MethodHandle accessor = byName.get(name);
        return accessor == null ? null : read(accessor, record);
    }

    private static @Nullable Object read(MethodHandle accessor, Record record) {
        try {
            return (Object) accessor.invokeExact((Object) record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(record.getClass().getName(), e);
        }
    }
}
