// The items that every implementation shows. They are made from a small vocabulary by a fixed sequence of random numbers, so every run
// has the same; the first K are the same for every N ≥ K.
export const CATEGORIES = [
  'Observability',
  'Security',
  'Runtime',
  'Networking',
  'Storage',
  'Orchestration',
  'Provisioning',
  'Delivery',
  'Messaging',
  'Database',
  'Edge',
  'Serverless',
];
export const LANGUAGES = ['Go', 'Rust', 'Java', 'Python', 'TypeScript', 'C++', 'Shell', 'Zig'];
export const LICENCES = ['Apache-2.0', 'MIT', 'MPL-2.0', 'BSD-3-Clause'];

const words = (text) => text.split(' ');
const VERBS = words(
  'manages deploys observes schedules encrypts traces replicates routes scales audits packages verifies balances streams indexes restores',
);
const NOUNS = words(
  'clusters workloads secrets volumes pipelines policies meshes functions queues images gateways certificates snapshots namespaces operators devices',
);
const ADJECTIVES = words(
  'declarative portable lightweight secure distributed multitenant pluggable portable event-driven serverless immutable programmable observable resilient federated minimal',
);
const TAILS = [
  'with a small agent on every node',
  'from one custom resource',
  'across many regions and clouds',
  'without any change to the application',
  'through a common interface for vendors',
  'on the edge and in the data centre',
  'using kernel probes and a shared cache',
  'for platform teams and their users',
];
const HAN = [
  ...'云原生集群管理部署观测调度加密追踪复制路由扩展审计打包验证均衡流式索引恢复声明式可移植轻量安全分布多租户插件事件驱动无服务器不可变可编程弹性联邦最小工作负载密钥卷管道策略网格函数队列镜像网关证书快照命名空间算子设备',
];
const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';

/** Random numbers from 0 to 1 (mulberry32). */
export function random(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Any of these, each as likely as the others. */
export const pick = (next, values) => values[Math.floor(next() * values.length)];

/** One of these, the first ones more often, as in real catalogs. */
function skewed(values) {
  const weights = values.map((_, i) => 1 / (i + 1.5));
  const sum = weights.reduce((a, b) => a + b);
  return (next) => {
    let x = next();
    for (let i = 0; i < values.length; i++) if ((x -= weights[i] / sum) < 0) return values[i];
    return values.at(-1);
  };
}

/** N items. */
export function generate(n) {
  const next = random(20261122);
  const [category, language, licence] = [CATEGORIES, LANGUAGES, LICENCES].map(skewed);
  const any = (values) => pick(next, values);
  const upTo = (limit) => Math.floor(next() * limit);
  const digits = (number) => String(number).padStart(2, '0');
  const date = (year) => `${year}-${digits(1 + upTo(12))}-${digits(1 + upTo(28))}`;

  // Names and stars are unique, so that each order has one right result.
  const [names, allStars] = [new Set(), new Set()];
  const name = () => {
    let text = '';
    for (let i = 2 + upTo(3); i > 0; i--) text += any(CONSONANTS) + any(VOWELS);
    if (next() < 0.4) text += any(CONSONANTS);
    return text[0].toUpperCase() + text.slice(1);
  };
  const number = () => Math.floor(40 * Math.exp(next() * 6.2) + next() * 300);
  const unique = (made, make) => {
    let value;
    do value = make();
    while (made.has(value));
    made.add(value);
    return value;
  };

  const item = (_, at) => {
    const id = at + 1;
    const own = unique(names, name);
    const stars = unique(allStars, number);
    const of = category(next);
    const first = language(next);
    const second = next() < 0.35 ? language(next) : first;
    const summary =
      `${own} is a ${any(ADJECTIVES)} and ${any(ADJECTIVES)} project that ${any(VERBS)} ${any(NOUNS)} and ${any(VERBS)} ` +
      `${any(NOUNS)} ${any(TAILS)}, and it also ${any(VERBS)} ${any(NOUNS)} ${any(TAILS)}.`;
    let chinese = `${own}是`;
    while (chinese.length < 79) chinese += any(HAN) + (next() < 0.06 ? '，' : '');
    const tags = [...new Set([any(NOUNS), any(NOUNS), any(VERBS)])];
    const owner = own.toLowerCase() + (next() < 0.5 ? '-io' : '');
    const year = 2014 + upTo(11);
    const begun = date(year);
    return {
      id,
      name: own,
      summary,
      summary_zh: `${chinese}。`,
      category: of,
      languages: first === second ? [first] : [first, second],
      licence: licence(next),
      owner,
      part: 1 + upTo(4),
      stars,
      first_commit: begun,
      accepted: date(year + 1 + upTo(2)),
      website: `https://${own.toLowerCase()}.example.org/`,
      repo: `https://git.example.org/${owner}/${own.toLowerCase()}`,
      tags,
    };
  };
  return Array.from({ length: n }, item);
}
