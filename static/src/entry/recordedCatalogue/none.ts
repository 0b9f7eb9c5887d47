/** Replaces `notation/catalogue/later` in a page of one file, which has all its messages at once. */
export default '';
