import { late } from './late';

export = late('undici');
