package org.cunjian.index;

import org.cunjian.webindex.DocumentNumbers;

/** A practice or a case, as the index names its documents. */
record DocumentKey(SearchHit.Type type, String id) {
    /** Sorts all documents the same way in every index, as their numbers in the browser's do: practices, then cases. */
    String order() {
        return (type == SearchHit.Type.PRACTICE ? "0" : "1") + DocumentNumbers.order(id);
    }

    /** Of what {@link #order} made. */
    static DocumentKey ofOrder(String order) {
        SearchHit.Type type = order.charAt(0) == '0' ? SearchHit.Type.PRACTICE : SearchHit.Type.CASE;
        return new DocumentKey(type, DocumentNumbers.idOf(order.substring(1)));
    }

    String uid() {
        return type.code() + "/" + id;
    }

    static DocumentKey of(String uid) {
        int slash = uid.indexOf('/');
        return new DocumentKey(SearchHit.Type.of(uid.substring(0, slash)), uid.substring(slash + 1));
    }
}
