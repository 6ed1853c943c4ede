package org.cunjian.index;

/** A practice or a case, as the index names its documents. */
record DocumentKey(SearchHit.Type type, String id) {
    private static final char LEVEL = '\u0000';

    /**
     * Sorts all documents the same way in every index: practices by id, then cases by main practice and id, so that the cases of
     * a practice stand together.
     *
     * @param main the main practice of a case; empty for a practice, and for a case without one
     */
    String order(String main) {
        return type == SearchHit.Type.PRACTICE ? "0" + LEVEL + id : "1" + LEVEL + main + LEVEL + id;
    }

    /** Of what {@link #order} made. */
    static DocumentKey ofOrder(String order) {
        SearchHit.Type type = order.charAt(0) == '0' ? SearchHit.Type.PRACTICE : SearchHit.Type.CASE;
        return new DocumentKey(type, order.substring(order.lastIndexOf(LEVEL) + 1));
    }

    String uid() {
        return type.code() + "/" + id;
    }

    static DocumentKey of(String uid) {
        int slash = uid.indexOf('/');
        return new DocumentKey(SearchHit.Type.of(uid.substring(0, slash)), uid.substring(slash + 1));
    }
}
