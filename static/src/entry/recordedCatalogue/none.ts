/** Replaces `notation/catalogue/explanations` and `later` in a page of one file, which has those messages at once, and `notation/catalogue/graph` in that of a network. */
export default '';
