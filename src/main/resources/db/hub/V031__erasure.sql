-- Records of erased customers: nothing more is taken about them.
create table erased (
    record uuid primary key
);
